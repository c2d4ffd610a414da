using System.Collections.Frozen;
using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>
/// Holds our figures against official ones: the places of a scope and those just below them, its heads and those just below them, calendar year by
/// calendar year, by date of registration.
/// </summary>
public sealed class ValidationAnalysis(IIncidentQueryRunner runner, IOfficialFigures figures)
{
    /// <summary>Share of the official figure by which full data may differ.</summary>
    public const double TolerancePercent = 5;

    /// <summary>Cases by which they may differ at least.</summary>
    public const double LeastTolerance = 5;

    /// <summary>Standard errors by which a sample may differ: of a thousand rows three do by chance.</summary>
    public const double SampleErrors = 3;

    private const int FirstYear = 2001;

    // The first year that official figures of a state are of today's borders: before, Andhra Pradesh held Telangana, and Jammu and Kashmir Ladakh.
    private static readonly FrozenDictionary<string, int> s_bordersSince =
        FrozenDictionary.Create(StringComparer.Ordinal, KeyValuePair.Create("IN-AP", 2014), KeyValuePair.Create("IN-JK", 2020));

    /// <param name="year">One calendar year; 0: all; null: the last complete one with official figures.</param>
    public async Task<ValidationReport> ReportAsync(Scope scope, int? year, CancellationToken cancellationToken)
    {
        var (places, below) = PlacesOf(scope);
        var heads = HeadsOf(scope);
        int[] needed = [.. places.Concat(below).SelectMany(place => new[] { OfficialLookup.Needed(place), place.Id }).Distinct()];
        var country = scope.Reference.Jurisdictions.Root!;
        var ours = DataYears.All(scope.Status).ToList();
        var last = ours.Count > 0 ? ours[^1] : FirstYear;
        var read = await figures.ReadAsync([.. needed, country.Id], FirstYear, last, cancellationToken);
        var lookup = new OfficialLookup(read, scope.Reference);
        var national = NationalSums.Of(read, scope.Reference);
        var complete = DataYears.Complete(scope.Status);
        var known = ours.Where(one => places.Concat(below).Any(place => heads.Any(head => lookup.Of(place, one, head) is not null))).ToList();
        var chosen = year switch
        {
            0 => (int?)null,
            { } asked when ours.Contains(asked) => asked,
            _ => known.LastOrDefault(complete.Contains, ours.LastOrDefault()),
        };
        var years = chosen is { } one ? [one] : ours.ToImmutableArray();
        ImmutableArray<ValidationRow> rows = years.IsEmpty || chosen == 0 ? [] :
        [
            .. WithMissingUnits([
                    .. await RowsAsync(scope, lookup, places, heads, years, cancellationToken),
                    .. await RowsAsync(scope, lookup, below, heads, years, cancellationToken),
                ])
                .OrderBy(Rank).ThenByDescending(row => row.Distance).ThenByDescending(row => Math.Abs(row.Difference ?? 0)),
        ];
        return new ValidationReport(rows, [.. ours.AsEnumerable().Reverse()], chosen == 0 ? null : chosen, national, scope.Status.Coverage);
    }

    /// <summary>Official figures of the state and year are not of today's borders.</summary>
    internal static bool HadOtherBorders(string placeCode, int year) => s_bordersSince.TryGetValue(placeCode, out var since) && year < since;

    private async Task<IEnumerable<ValidationRow>> RowsAsync(
        Scope scope, OfficialLookup lookup, ImmutableArray<Jurisdiction> places, ImmutableArray<CrimeHead> heads, ImmutableArray<int> years,
        CancellationToken cancellationToken)
    {
        var rows = new List<ValidationRow>();
        foreach (var (level, kind) in places.GroupBy(place => place.Level).SelectMany(level => heads.GroupBy(head => head.Level).Select(kind => (level, kind))))
        {
            var isWhole = kind.Key == CrimeHeadLevel.All;
            var query = Query(scope, [.. kind], years) with
            {
                Dimensions = isWhole ? [Dimension.Jurisdiction, Dimension.Year] : [Dimension.Jurisdiction, Dimension.Head, Dimension.Year],
                HeadLevel = isWhole ? IncidentQuery.DefaultHeadLevel : kind.Key,
                JurisdictionLevel = level.Key,
            };
            var result = await runner.RunAsync(query, scope.Viewer, cancellationToken);
            var root = scope.Reference.Heads.Root.Code;
            var found = result.Rows.ToDictionary(row => (row.Keys[0].Code, isWhole ? root : row.Keys[1].Code, row.Keys[^1].Number));
            rows.AddRange(from place in level
                          from head in kind
                          from year in years
                          let isMissing = result.Withheld is { } withheld && (withheld.Heads.IsDefaultOrEmpty || withheld.Heads.Contains(head.Code))
                          let ours = found.GetValueOrDefault((place.Code, head.Code, year))
                          select Row(scope, lookup, place, head, year, ours, isMissing && ours is null));
        }

        // That there is nothing on either side says nothing.
        return rows.Where(row => row.Official is { Cases: > 0 } || row.Ours is not 0);
    }

    // A place falls short where one of its parts that has official cases has none of ours.
    private static IEnumerable<ValidationRow> WithMissingUnits(IReadOnlyList<ValidationRow> rows)
    {
        var missing = rows.Where(row => row is { Ours: 0, Official.Cases: > 0 }).Select(row => (row.Place.ParentId, row.Head.Id, row.Year)).ToHashSet();
        return rows.Select(row => row.Status == ValidationStatus.Below && missing.Contains((row.Place.Id, row.Head.Id, row.Year))
            ? row with { Reasons = row.Reasons.Insert(0, ValidationReason.MissingUnits) }
            : row);
    }

    private static ValidationRow Row(Scope scope, OfficialLookup lookup, Jurisdiction place, CrimeHead head, int year, QueryRow? found, bool isMissing)
    {
        var isWithheld = isMissing || found is { IsSuppressed: true };
        double? ours = isWithheld ? null : found?.Values[0] ?? 0;
        var official = lookup.Of(place, year, head);
        var isComplete = DataYears.Complete(scope.Status).Contains(year);
        var share = scope.Status.Coverage;
        var expected = official?.Cases * (share ?? 1);
        double? tolerance = official is null ? null : ToleranceOf(official.Cases, share);
        var status = isWithheld ? ValidationStatus.Withheld
            : official is null ? ValidationStatus.NoOfficialFigure
            : !isComplete ? ValidationStatus.IncompleteYear
            : Math.Abs(ours!.Value - expected!.Value) <= tolerance ? ValidationStatus.Within
            : ours < expected ? ValidationStatus.Below
            : ValidationStatus.Above;
        var coverage = isWithheld || official is not { Cases: > 0 }
            ? Coverage.Unknown(isWithheld ? CoverageState.Withheld : CoverageState.NoOfficialFigures)
            : new Coverage(
                CoverageState.Known, ours!.Value, official.Cases, [year], IsEstimated: official.Basis == OfficialBasis.Extended, IsSample: share is not null);
        return new ValidationRow(
            place, head, year, ours, isMissing || found is { IsProtecting: true }, official, coverage, expected, tolerance, status,
            [.. Reasons(scope, place, year, status, official)], Query(scope, [head], [year]) with { Jurisdictions = [place.Code] });
    }

    private static double ToleranceOf(long official, double? share) => share is { } sampled
        ? Math.Max(1, SampleErrors * Math.Sqrt(official * sampled * (1 - sampled)))
        : Math.Max(LeastTolerance, TolerancePercent / 100 * official);

    private static IEnumerable<ValidationReason> Reasons(Scope scope, Jurisdiction place, int year, ValidationStatus status, OfficialSum? official)
    {
        if (official is null || status == ValidationStatus.Withheld)
            yield break;
        if (HadOtherBorders(place.Code, year))
            yield return ValidationReason.Borders;
        if (status == ValidationStatus.IncompleteYear)
            yield return ValidationReason.MonthsMissing;
        if (scope.Status.Coverage is not null && status != ValidationStatus.Within)
            yield return ValidationReason.Sample;
        if (official.Basis == OfficialBasis.Extended)
            yield return ValidationReason.Estimated;
        if (status is ValidationStatus.Below or ValidationStatus.Above)
            yield return ValidationReason.PrincipalOffence;
        if (status == ValidationStatus.Above)
            yield return ValidationReason.ZeroFir;
        if (scope.Status.AssumedRegistrations > 0 && status is ValidationStatus.Below or ValidationStatus.Above)
            yield return ValidationReason.Registration;
    }

    private static IncidentQuery Query(Scope scope, ImmutableArray<CrimeHead> heads, ImmutableArray<int> years) => scope.Query(Measure.Count) with
    {
        Period = DataYears.Span(years),
        DateBasis = DateBasis.Registered,
        Heads = [.. heads.Where(head => head.ParentId is not null).Select(head => head.Code)],
    };

    // The worst first; what cannot be judged last.
    private static int Rank(ValidationRow row) => row.Status switch
    {
        ValidationStatus.Below or ValidationStatus.Above => 0,
        ValidationStatus.Within => 1,
        ValidationStatus.IncompleteYear => 2,
        ValidationStatus.Withheld => 3,
        _ => 4,
    };

    private static (ImmutableArray<Jurisdiction> Places, ImmutableArray<Jurisdiction> Below) PlacesOf(Scope scope)
    {
        var places = scope.Within;
        var level = places.Min(place => place.Level) < JurisdictionLevel.State ? JurisdictionLevel.State : JurisdictionLevel.District;
        return (places, [.. places.Where(place => place.Level < level)
            .SelectMany(place => scope.Reference.Jurisdictions.Within(place, level))
            .DistinctBy(place => place.Id)]);
    }

    private static ImmutableArray<CrimeHead> HeadsOf(Scope scope)
    {
        var tree = scope.Reference.Heads;
        return scope.Heads.IsEmpty
            ? [tree.Root, .. tree.All.Where(head => head.Level == CrimeHeadLevel.Head)]
            : [.. scope.Heads.Concat(scope.Heads.SelectMany(head => tree.ChildrenOf(head.Id))).DistinctBy(head => head.Id)];
    }
}
