using System.Collections.Immutable;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>A scope and a choice as the reader of cases and the semantic query take them.</summary>
internal static class CaseSelection
{
    /// <summary>Cases of the scope; a number is looked for in every month and under every head.</summary>
    public static CaseQuery Cases(Scope context, CaseChoice choice, CaseCursor? before = null, CaseCursor? after = null)
    {
        var sections = SectionsOf(choice);
        return new CaseQuery(
            choice.Number is null || !sections.IsEmpty ? context with { Period = context.ToNewest }
                : context with { Heads = [], Period = new Period(DateOnly.MinValue, DateOnly.MaxValue) },
            before,
            after)
        {
            Status = choice.Status,
            Number = sections.IsEmpty ? choice.Number : null,
            Sections = sections,
        };
    }

    // "304-B IPC" is looked for among sections; a number names no act.
    private static ImmutableArray<LawSection> SectionsOf(CaseChoice choice) =>
        choice.Number is { } text && SectionReader.Plain.Read(text, null, DateOnly.MinValue) is { IsActAssumed: false, IsCertain: true } read
            ? read.Sections
            : [];

    /// <summary>How many they are, by the date that the list goes by.</summary>
    public static IncidentQuery Count(Scope context, CaseChoice choice) => context.Query(Measure.Count) with
    {
        Period = context.ToNewest,
        Statuses = choice.Status is { } status ? [status] : [],
        Audience = QueryAudience.Release,
    };
}
