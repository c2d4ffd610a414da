using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Import.Counts;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>Adds the rows of a table up by place, and compares what they come to with what is printed.</summary>
/// <param name="hasUnits">Rows are units within states; else they are states, or units of a state that stands above all.</param>
internal sealed class OfficialSums(OfficialPlaces places, IReadOnlyDictionary<string, PrintedHead> heads, bool hasUnits)
{
    private const string Country = "";

    // By the place as printed, the year and the head as printed; a total of some states is written as a range of rows.
    private readonly Dictionary<(string Place, int Year, string Head), long> _summed = [];
    private readonly Dictionary<(string Place, int Year, string Head), long> _printed = [];
    private readonly Dictionary<(int Year, string Head), long> _group = [];
    private readonly Dictionary<(int PlaceId, int Year, string Head), long> _placed = [];
    private readonly Dictionary<(string State, string Unit), UnplacedUnit> _unplaced = [];
    private readonly List<SumDifference> _groupDifferences = [];
    private string _state = "";
    private string _unit = "";
    private RowKind _kind;
    private bool _isGroupOver;
    private int _groupChecks;

    private enum RowKind
    {
        Place,
        StateTotal,
        GroupTotal,
        CountryTotal,
    }

    /// <summary>Goes to a row.</summary>
    public void Begin(string state, string unit)
    {
        (_state, _unit) = (state, unit);
        var (isStateTotal, isUnitTotal) = (IsTotal(state), IsTotal(unit));
        var named = unit.Length > 0 && !hasUnits ? unit : state;
        if (hasUnits && !isStateTotal)
            _kind = isUnitTotal || unit.Length == 0 ? RowKind.StateTotal : RowKind.Place;
        else if (isStateTotal || isUnitTotal)
            _kind = IsOfSome(isStateTotal ? state : named) ? RowKind.GroupTotal : RowKind.CountryTotal;
        else
            _kind = RowKind.Place;
        // Members of the next group begin after the total of the last.
        if (_kind == RowKind.Place && _isGroupOver)
            _group.Clear();
        _isGroupOver = _kind == RowKind.GroupTotal;
    }

    /// <summary>Takes a figure of the row.</summary>
    public void Add(int year, string head, long cases)
    {
        switch (_kind)
        {
            case RowKind.StateTotal:
                _printed[(_state, year, head)] = cases;
                break;
            case RowKind.CountryTotal:
                _printed[(Country, year, head)] = cases;
                break;
            case RowKind.GroupTotal:
                _groupChecks++;
                var summed = _group.GetValueOrDefault((year, head));
                if (summed != cases)
                    _groupDifferences.Add(new SumDifference(_state.Length > 0 ? _state : _unit, year, head, summed, cases, false));
                break;
            default:
                Place(year, head, cases);
                break;
        }
    }

    /// <summary>Figures of places and heads of ours.</summary>
    public ImmutableArray<OfficialCell> Cells()
    {
        var all = new Dictionary<(int, int, string), long>(_placed);
        foreach (var ((place, year, head), cases) in _printed)
        {
            var id = place == Country ? places.Country?.Id : places.State(place)?.Id;
            // Two territories that are one today are added up.
            if (id is { } known && (place != Country || cases > 0))
                Sum(all, (known, year, head), cases);
        }

        var complete = heads.Values.Where(head => head.Kind == PrintedKind.Part).Select(head => head.Measure!).Distinct()
            .Where(measure => PrintedHeads.AreComplete(measure, heads.Keys)).ToHashSet();
        return [.. all
            .Where(cell => heads[cell.Key.Item3] is { Measure: { } measure } head
                && (head.Kind == PrintedKind.Same || (head.Kind == PrintedKind.Part && complete.Contains(measure))))
            .GroupBy(cell => (cell.Key.Item1, cell.Key.Item2, heads[cell.Key.Item3].Measure!))
            .Select(cell => new OfficialCell(
                cell.Key.Item1, cell.Key.Item2, cell.Key.Item3, Value([.. cell.Select(one => (heads[one.Key.Item3].Kind, one.Value))])))
            .OrderBy(cell => cell.PlaceId).ThenBy(cell => cell.Year).ThenBy(cell => cell.Measure, StringComparer.Ordinal)];
    }

    /// <summary>What rows come to against what is printed: here, or where nothing is, in figures known before.</summary>
    public (int Checks, ImmutableArray<SumDifference> Differences) Compare(KnownFigures known)
    {
        var checks = _groupChecks;
        var differences = new List<SumDifference>(_groupDifferences);
        var cells = _summed.Keys.Union(_printed.Where(cell => cell.Value > 0).Select(cell => cell.Key)).ToList();
        foreach (var key in cells)
        {
            var isHere = _printed.TryGetValue(key, out var printed) && (key.Place != Country || printed > 0);
            var against = isHere ? printed : Known(key, known);
            if (against is not { } value)
                continue;
            checks++;
            var summed = _summed.GetValueOrDefault(key);
            if (summed == value)
                continue;
            var place = key.Place == Country ? places.Country?.NameIn("en") ?? "" : key.Place;
            differences.Add(new SumDifference(place, key.Year, key.Head, summed, value, !isHere));
        }

        return (checks, [.. differences.OrderByDescending(one => Math.Abs(one.Difference)).ThenBy(one => one.Place, StringComparer.Ordinal)]);
    }

    public ImmutableArray<UnplacedUnit> Unplaced() =>
        [.. _unplaced.Values.OrderBy(unit => unit.State, StringComparer.Ordinal).ThenBy(unit => unit.Unit, StringComparer.Ordinal)];

    private void Place(int year, string head, long cases)
    {
        var isOfDistrict = hasUnits;
        var name = isOfDistrict || _unit.Length == 0 ? _state : _unit;
        var (place, suggestion) = isOfDistrict ? places.District(_state, _unit, year) : StateOrDistrict(name, year);
        if (isOfDistrict)
            Sum(_summed, (_state, year, head), cases);
        else if (place is { Level: JurisdictionLevel.State })
            Sum(_summed, (Country, year, head), cases);
        Sum(_group, (year, head), cases);
        if (place is null)
            Miss(isOfDistrict ? _state : "", isOfDistrict ? _unit : name, year, suggestion);
        else
            Sum(_placed, (place.Id, year, head), cases);
    }

    private bool IsTotal(string name) => CountWords.IsTotal(name) && places.State(name) is null;

    private (Jurisdiction?, string?) StateOrDistrict(string name, int year) =>
        places.State(name) is { } state ? (state, null) : places.District("", name, year);

    private void Miss(string state, string unit, int year, string? suggestion)
    {
        var known = _unplaced.GetValueOrDefault((state, unit)) ?? new UnplacedUnit(state, unit, year, year, 0, suggestion);
        var isNew = known.Rows == 0 || year < known.FirstYear || year > known.LastYear;
        _unplaced[(state, unit)] = known with
        {
            FirstYear = Math.Min(known.FirstYear, year),
            LastYear = Math.Max(known.LastYear, year),
            Rows = known.Rows + (isNew ? 1 : 0),
        };
    }

    // Of states a known figure is one of the whole country only when all of them are there.
    private long? Known((string Place, int Year, string Head) key, KnownFigures known)
    {
        if (heads[key.Head] is not { Kind: PrintedKind.Same, Measure: { } measure })
            return null;
        if (key.Place != Country)
            return places.State(key.Place) is { } state ? known.Of(state.Id, key.Year, measure) : null;
        if (places.Country is not { } country)
            return null;
        var states = places.Tree.Within(country, JurisdictionLevel.State).Count();
        var there = places.Tree.Within(country, JurisdictionLevel.State).Count(state => _placed.ContainsKey((state.Id, key.Year, key.Head)));
        return there == states ? known.Of(country.Id, key.Year, measure) : null;
    }

    // A head that is printed beside its parts is taken as printed.
    private static long Value((PrintedKind Kind, long Cases)[] cells)
    {
        var same = cells.Where(cell => cell.Kind == PrintedKind.Same).Select(cell => cell.Cases).ToArray();
        return same.Length > 0 ? same[0] : cells.Sum(cell => cell.Cases);
    }

    // "TOTAL STATE(S)", "TOTAL UT(S)": not of all.
    private static bool IsOfSome(string name) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, "state", CompareOptions.IgnoreCase) >= 0
        || CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, "UT", CompareOptions.None) >= 0
        || CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, "union terr", CompareOptions.IgnoreCase) >= 0;

    private static void Sum<TKey>(Dictionary<TKey, long> sums, TKey key, long cases)
        where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + cases;
}
