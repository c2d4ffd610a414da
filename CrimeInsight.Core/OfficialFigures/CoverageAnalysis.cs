using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>
/// What share of registered cases the data hold, for the places, heads and years of a scope: the one place that computes it. Compared are whole
/// calendar years that the period touches and the data hold completely; where none of them has official figures, the last before that does, and
/// it is said. Ours count by date of registration, as official figures do, as the person may see them.
/// </summary>
public sealed class CoverageAnalysis(IIncidentQueryRunner runner, IOfficialFigures figures)
{
    /// <summary>Of all of a scope together.</summary>
    public async Task<Coverage> OfAsync(Scope scope, CancellationToken cancellationToken)
    {
        var places = scope.Within;
        if (places.Any(place => !IsLevel(place.Level)))
            return Coverage.Unknown(CoverageState.TooFine);
        var (lookup, complete) = await ReadAsync(scope, places, cancellationToken);
        if (complete.IsEmpty)
            return Coverage.Unknown(CoverageState.NoCompleteYear);
        var heads = HeadsOf(scope);
        var (years, isOther) = YearsOf(scope, complete, year => Together(lookup, places, [year], heads) is not null);
        if (!years.IsEmpty)
            return await CompareAsync(scope, lookup, years, isOther, heads, isPartial: false, cancellationToken);
        // Of some heads at least: districts have figures under the penal code alone.
        (years, isOther) = YearsOf(scope, complete, year => PartsOf(lookup, places, [year], heads).Count > 0);
        var parts = years.IsEmpty ? [] : PartsOf(lookup, places, years, heads);
        return parts.Count == 0
            ? Coverage.Unknown(CoverageState.NoOfficialFigures)
            : await CompareAsync(scope, lookup, years, isOther, parts, isPartial: true, cancellationToken);
    }

    /// <summary>Of each place of a level within a scope, by code; empty below districts.</summary>
    public async Task<IReadOnlyDictionary<string, Coverage>> ByPlaceAsync(Scope scope, JurisdictionLevel level, CancellationToken cancellationToken)
    {
        var places = scope.Within.SelectMany(root => scope.Reference.Jurisdictions.Within(root, level)).DistinctBy(place => place.Id).ToImmutableArray();
        if (!IsLevel(level) || places.IsEmpty)
            return new Dictionary<string, Coverage>();
        var (lookup, complete) = await ReadAsync(scope, places, cancellationToken);
        var heads = HeadsOf(scope);
        var (years, isOther) = YearsOf(scope, complete, year => places.Any(place => lookup.Of(place, year, heads) is not null));
        if (years.IsEmpty)
            return new Dictionary<string, Coverage>();
        var ours = await runner.RunAsync(
            Query(scope, years, heads) with { Dimensions = [Dimension.Jurisdiction], JurisdictionLevel = level }, scope.Viewer, cancellationToken);
        var rows = ours.Rows.ToDictionary(row => row.Keys[0].Code);
        return places.ToDictionary(
            place => place.Code,
            place => Together(lookup, [place], years, heads) is { } official
                ? Of(scope, rows.GetValueOrDefault(place.Code), ours.Withheld is not null, official, years, isOther)
                : Coverage.Unknown(CoverageState.NoOfficialFigures));
    }

    private async Task<(OfficialLookup Lookup, ImmutableArray<int> Complete)> ReadAsync(
        Scope scope, ImmutableArray<Jurisdiction> places, CancellationToken cancellationToken)
    {
        var complete = DataYears.Complete(scope.Status);
        var needed = places.Select(OfficialLookup.Needed).Distinct().ToArray();
        var read = complete.IsEmpty ? [] : await figures.ReadAsync(needed, complete[0], complete[^1], cancellationToken);
        return (new OfficialLookup(read, scope.Reference), complete);
    }

    private async Task<Coverage> CompareAsync(
        Scope scope, OfficialLookup lookup, ImmutableArray<int> years, bool isOther, IReadOnlyList<CrimeHead> heads, bool isPartial,
        CancellationToken cancellationToken)
    {
        var ours = await runner.RunAsync(Query(scope, years, heads), scope.Viewer, cancellationToken);
        var official = Together(lookup, scope.Within, years, heads)!;
        return Of(scope, ours.Rows.FirstOrDefault(), ours.Withheld is not null, official, years, isOther) with { IsPartial = isPartial };
    }

    private static Coverage Of(Scope scope, QueryRow? row, bool isWithheld, OfficialSum official, ImmutableArray<int> years, bool isOther) =>
        isWithheld || row is { IsSuppressed: true } || official.Cases == 0
            ? Coverage.Unknown(official.Cases == 0 ? CoverageState.NoOfficialFigures : CoverageState.Withheld)
            : new Coverage(
                CoverageState.Known, row?.Values[0] ?? 0, official.Cases, years, isOther, official.Basis == OfficialBasis.Extended,
                IsSample: scope.Status.Coverage is not null);

    private static IncidentQuery Query(Scope scope, ImmutableArray<int> years, IReadOnlyList<CrimeHead> heads) => scope.Query(Measure.Count) with
    {
        Period = DataYears.Span(years),
        DateBasis = DateBasis.Registered,
        Heads = [.. heads.Where(head => head.ParentId is not null).Select(head => head.Code)],
    };

    // The years that the period touches, in one piece; else the last before its end.
    private static (ImmutableArray<int> Years, bool IsOther) YearsOf(Scope scope, ImmutableArray<int> complete, Predicate<int> isKnown)
    {
        var known = complete.Where(year => isKnown(year)).ToList();
        var touched = known.FindAll(year => year >= scope.Period.From.Year && year <= scope.Period.Until.AddDays(-1).Year);
        var last = touched.Count > 0 ? touched[^1] : known.LastOrDefault(year => year < scope.Period.Until.Year, known.FirstOrDefault());
        return last == 0 ? ([], false)
            : touched.Count == 0 ? ([last], true)
            : ([.. touched.AsEnumerable().Reverse().TakeWhile((year, back) => year == last - back).Reverse()], false);
    }

    private static OfficialSum? Together(
        OfficialLookup lookup, ImmutableArray<Jurisdiction> places, ImmutableArray<int> years, IReadOnlyList<CrimeHead> heads)
    {
        var all = places.SelectMany(place => years.Select(year => lookup.Of(place, year, heads))).ToList();
        return all.TrueForAll(one => one is not null) ? OfficialLookup.Sum([.. all.OfType<OfficialSum>()]) : null;
    }

    private static IReadOnlyList<CrimeHead> PartsOf(
        OfficialLookup lookup, ImmutableArray<Jurisdiction> places, ImmutableArray<int> years, IReadOnlyList<CrimeHead> heads) =>
        places is [var only] ? lookup.KnownParts(only, years, heads) : [];

    private static bool IsLevel(JurisdictionLevel level) => level is JurisdictionLevel.Country or JurisdictionLevel.State or JurisdictionLevel.District;

    // Heads inside others that are chosen, too, would count twice.
    private static ImmutableArray<CrimeHead> HeadsOf(Scope scope) => scope.Heads.IsEmpty
        ? [scope.Reference.Heads.Root]
        : [.. scope.Reference.Heads.Cover(scope.Heads.SelectMany(head => scope.Reference.Heads.LeavesOf(head.Id)).Select(leaf => leaf.Id).ToHashSet())];
}
