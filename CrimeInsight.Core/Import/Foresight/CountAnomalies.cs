using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>
/// Holds the figures after an import against those before it: months of places against the place's other months (<see cref="MonthBreaks"/>, whose law
/// allows for counts that spread more than Poisson's and for the season that all places share), and the heads of the file against their shares
/// so far. All tests of a file are corrected together (Benjamini–Hochberg).
/// </summary>
public sealed class CountAnomalies
{
    private readonly IReadOnlyList<ForesightCount> _changes;
    private readonly CrimeHeadTree _heads;
    private readonly Dictionary<int, ForesightPlace> _covered;
    private readonly HashSet<Month> _months = [];

    public CountAnomalies(IReadOnlyCollection<ForesightPlace> places, CrimeHeadTree heads, IReadOnlyList<ForesightCount> changes)
    {
        _heads = heads;
        _changes = [.. changes.Where(change => change.Cases != 0)];
        var entering = _changes.Where(change => change.Cases > 0).ToList();
        IsEmpty = entering.Count == 0;
        if (IsEmpty)
        {
            (Units, _covered) = (new ForesightPlaces([], JurisdictionLevel.District), []);
            return;
        }

        var stations = new ForesightPlaces(places, JurisdictionLevel.Station);
        var ofStations = entering.Where(change => stations.Of(change.Ordinal) is not null).Sum(change => change.Cases);
        var areStations = ofStations * 2 > entering.Sum(change => change.Cases);
        var above = new ForesightPlaces(places, areStations ? JurisdictionLevel.District : JurisdictionLevel.State);
        Units = areStations ? stations : new ForesightPlaces(places, JurisdictionLevel.District);
        var named = entering.Select(change => Units.Of(change.Ordinal)?.Ordinal).OfType<int>().ToHashSet();
        // A few late rows of a month do not make it one that the file is about.
        var byMonth = entering.GroupBy(change => change.Month).ToDictionary(month => month.Key, month => month.Sum(change => change.Cases));
        var fullest = byMonth.Values.Max();
        _months = [.. byMonth.Where(month => month.Value >= AnomalySettings.MonthShare * fullest).Select(month => month.Key)];
        (First, Last) = (_months.Min(), _months.Max());
        // A file of one station says nothing of the others.
        _covered = Units.All.GroupBy(unit => above.Of(unit.Ordinal))
            .Where(group => group.Count(unit => named.Contains(unit.Ordinal)) >= AnomalySettings.CoveredShare * group.Count())
            .SelectMany(group => group).Concat(Units.All.Where(unit => named.Contains(unit.Ordinal))).Distinct().ToDictionary(unit => unit.Ordinal);
    }

    public bool IsEmpty { get; }

    /// <summary>Stations or districts, as the file names them.</summary>
    public ForesightPlaces Units { get; }

    /// <summary>Those of them that the file is about.</summary>
    public IReadOnlyList<int> Ordinals => [.. _covered.Keys.Order()];

    /// <summary>First month of the stored figures that are needed.</summary>
    public Month From => First < Last - AnomalySettings.KnownMonths ? Last - AnomalySettings.KnownMonths : Last - (AnomalySettings.KnownMonths - 1);

    public Month First { get; }

    /// <summary>The file's last month.</summary>
    public Month Last { get; }

    /// <param name="units">Cases stored of all heads, in <see cref="Ordinals"/> and from <see cref="From"/> to <see cref="Last"/>.</param>
    /// <param name="heads">Cases stored by head and month there.</param>
    public ImmutableArray<Anomaly> Find(IReadOnlyList<ForesightCount> units, IReadOnlyList<ForesightCount> heads)
    {
        if (IsEmpty)
            return [];
        var tests = MonthTests(units).Concat(HeadTests(heads)).ToList();
        var tested = tests.Where(test => test.P is not null).ToList();
        var adjusted = MultipleTesting.BenjaminiHochberg([.. tested.Select(test => test.P!.Value)]);
        var found = tested.Select((test, index) => test.Found with { AdjustedP = adjusted[index] }).Where(one => one.AdjustedP <= AnomalySettings.Level);
        return [.. tests.Where(test => test.P is null).Select(test => test.Found).Concat(found).OrderBy(one => one.Kind).ThenByDescending(Weight)];
    }

    private static double Weight(Anomaly anomaly) => Math.Abs((anomaly.Found ?? 0) - (anomaly.Expected ?? 0));

    private IEnumerable<(Anomaly Found, double? P)> MonthTests(IReadOnlyList<ForesightCount> stored)
    {
        var ordinals = Ordinals;
        var index = ordinals.Select((ordinal, place) => (ordinal, place)).ToDictionary(pair => pair.ordinal, pair => pair.place);
        var cases = ordinals.Select(_ => new long[Last - From + 1]).ToArray();
        foreach (var count in stored.Concat(_changes))
            if (Units.Of(count.Ordinal) is { } unit && index.TryGetValue(unit.Ordinal, out var place) && count.Month >= From && count.Month <= Last)
                cases[place][count.Month - From] += count.Cases;
        List<Anomaly> tenfold = [.. Tenfold(index, cases)];
        var codes = _covered.ToDictionary(unit => unit.Value.Code, unit => unit.Key);
        // What is far too many would make the other months look empty.
        foreach (var one in tenfold)
            cases[index[codes[one.Place!]]][one.Month!.Value - From] = (long)one.Expected!.Value;
        return tenfold.Select(one => (one, (double?)null)).Concat(LowTests(ordinals, cases));
    }

    private IEnumerable<Anomaly> Tenfold(Dictionary<int, int> index, long[][] cases)
    {
        foreach (var (ordinal, month) in _changes.Where(change => change.Cases > 0 && change.Month >= From && change.Month <= Last)
            .Select(change => (Units.Of(change.Ordinal)?.Ordinal, change.Month)).Distinct())
        {
            if (ordinal is not { } unit || !_covered.TryGetValue(unit, out var place))
                continue;
            var own = cases[index[unit]];
            var found = own[month - From];
            if (found >= AnomalySettings.LeastTenfold && Usual(own, month - From) is { } usual && found >= AnomalySettings.Tenfold * usual)
                yield return new Anomaly(AnomalyKind.MonthTenfold) { Place = place.Code, Month = month, Found = found, Expected = usual };
        }
    }

    private IEnumerable<(Anomaly Found, double? P)> LowTests(IReadOnlyList<int> ordinals, long[][] cases)
    {
        var breaks = new MonthBreaks(cases);
        for (var place = 0; place < ordinals.Count; place++)
            foreach (var month in _months.Order().Where(month => month >= From))
            {
                var found = cases[place][month - From];
                if (breaks.Expected(place, month - From) is not (>= AnomalySettings.LeastExpected and var expected) || found >= expected)
                    continue;
                var kind = found == 0 ? AnomalyKind.PlaceSilent : AnomalyKind.MonthLow;
                yield return (new Anomaly(kind) { Place = _covered[ordinals[place]].Code, Month = month, Found = found, Expected = expected },
                    Math.Min(1, 2 * breaks.P(found, expected)));
            }
    }

    // The middle of the other months since the first with a case; null when there are fewer than three.
    private static double? Usual(long[] cases, int month)
    {
        var others = cases.Where((_, other) => other != month).SkipWhile(count => count == 0).Order().ToArray();
        return others.Length < 3 ? null : Math.Max(others[others.Length / 2], 1);
    }

    private IEnumerable<(Anomaly Found, double? P)> HeadTests(IReadOnlyList<ForesightCount> stored)
    {
        var file = _changes.Where(change => change.Cases > 0).GroupBy(change => change.HeadId).ToDictionary(head => head.Key, head => head.Sum(c => c.Cases));
        var (rows, known) = (file.Values.Sum(), stored.Sum(count => count.Cases));
        if (known == 0 || rows < AnomalySettings.LeastRows)
            yield break;
        var months = Last - From + 1;
        var ids = stored.Select(count => count.HeadId).Concat(file.Keys).Distinct().Order().ToArray();
        var cases = ids.Select(_ => new long[months + 1]).ToArray();
        foreach (var count in stored.Where(count => count.Month >= From && count.Month <= Last))
            cases[Array.IndexOf(ids, count.HeadId)][count.Month - From] += count.Cases;
        for (var head = 0; head < ids.Length; head++)
            cases[head][months] = file.GetValueOrDefault(ids[head]);
        var breaks = new MonthBreaks(cases);
        for (var head = 0; head < ids.Length; head++)
        {
            var found = cases[head][months];
            var isHidden = _heads.IsSensitive(ids[head]) && found is > 0 and < 5;
            var about = new Anomaly(AnomalyKind.HeadAppears) { Head = _heads.Find(ids[head])!.Code, Found = isHidden ? null : found, Of = rows };
            if (found == cases[head].Sum())
            {
                if (found >= AnomalySettings.LeastRows && found >= rows * AnomalySettings.NewHeadShare)
                    yield return (about, null);
            }
            else if (breaks.Expected(head, months) is >= AnomalySettings.LeastExpected and var expected)
            {
                var isMany = found > expected;
                yield return (about with { Kind = found == 0 ? AnomalyKind.HeadVanishes : AnomalyKind.HeadShift, Expected = expected },
                    isMany && found < AnomalySettings.ShiftRatio * expected ? 1 : Math.Min(1, 2 * breaks.P(found, expected)));
            }
        }
    }
}
