using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Shared.Scope;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>A scope and a choice as the reader of cases and the semantic query take them.</summary>
internal static class CaseSelection
{
    /// <summary>Cases of the scope; a number is looked for in every month and under every head.</summary>
    public static CaseQuery Cases(ScopeContext context, CaseChoice choice, CaseCursor? before = null, CaseCursor? after = null) => new(
        context.Place is { } place ? [place] : context.Roots,
        choice.Number is null ? context.Head : context.Reference.Heads.Root,
        choice.Number is null ? context.ToNewest : new Period(DateOnly.MinValue, DateOnly.MaxValue),
        before,
        after)
    {
        Status = choice.Status,
        Number = choice.Number,
    };

    /// <summary>How many they are.</summary>
    public static IncidentQuery Count(ScopeContext context, CaseChoice choice) => new()
    {
        Measures = [Measure.Count],
        Period = context.ToNewest,
        Jurisdictions = context.Overview.JurisdictionCode is { } place ? [place] : [],
        Heads = context.Overview.HeadCode is { } head ? [head] : [],
        Statuses = choice.Status is { } status ? [status] : [],
    };
}
