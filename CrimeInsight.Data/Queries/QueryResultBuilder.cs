using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Data.Queries;

/// <summary>Turns cells into rows: withholds small ones, computes measures, orders and cuts. Withheld counts end here.</summary>
internal sealed class QueryResultBuilder
{
    private readonly ResolvedQuery _resolved;
    private readonly ReferenceData _reference;
    private readonly PopulationTable _population;
    private readonly List<QueryCell> _cells;
    private readonly IReadOnlyList<CellKey> _guards;
    private readonly WithheldCases? _apart;
    private readonly long _total;
    private readonly Dictionary<(int, int, int), double?> _personYears = [];

    /// <param name="minimumTotal">Fewest cases of protected heads that are divided.</param>
    public QueryResultBuilder(ResolvedQuery resolved, ReferenceData reference, PopulationTable population, IEnumerable<CellRow> rows, int minimumTotal)
    {
        _resolved = resolved;
        _reference = reference;
        _population = population;
        _cells = Cells(resolved, rows);
        var rule = new ProtectedHeadRule(resolved, minimumTotal);
        _guards = rule.Guards(_cells);
        _apart = rule.Apply(_cells);
        if (!resolved.Query.Dimensions.IsEmpty)
            _cells.RemoveAll(cell => cell.IsEmpty);
        _total = _cells.Sum(cell => cell.All(QuerySlice.Current).Cases);
    }

    /// <summary>The rows, complete and in order, before the limit, and what is not in them.</summary>
    public (IReadOnlyList<QueryRow> Rows, WithheldCases? Withheld) Build()
    {
        var withheld = Mark(QuerySlice.Current, tally => tally.Cases);
        // The one row of a query without dimensions stays, but says nothing.
        if (_apart is not null && _resolved.Query.Dimensions.IsEmpty && IsOfProtectedAlone)
            withheld[default] = Withholding.Protecting;
        foreach (var key in _guards)
            withheld.TryAdd(key, Withholding.Protecting);
        AddWithheld(withheld.Keys);
        var measures = _resolved.Query.Measures.Select(measure => (Value: ValueOf(measure), More: HiddenBy(measure))).ToArray();
        var rows = new List<(QueryRow Row, int Index)>(_cells.Count);
        for (var i = 0; i < _cells.Count; i++)
        {
            var (key, values) = (_cells[i].Key, ImmutableArray.CreateBuilder<double?>(measures.Length));
            var mark = withheld.GetValueOrDefault(key);
            foreach (var (value, more) in measures)
                values.Add(mark != Withholding.None || more.Any(marks => marks.ContainsKey(key)) ? null : value(_cells[i]));
            rows.Add((new QueryRow(KeysOf(key), values.MoveToImmutable(), mark != Withholding.None, mark == Withholding.Protecting), i));
        }
        return (Ordered(rows), _apart);
    }

    private bool IsOfProtectedAlone =>
        _resolved.Heads.All.IsWhollySensitive || (!_resolved.Query.AgeBands.IsEmpty && _resolved.Query.AgeBands.All(band => band.IsMinor()));

    // Cells without cases, where not even that is said.
    private void AddWithheld(IEnumerable<CellKey> keys)
    {
        if (!keys.Any())
            return;
        var known = _cells.Select(cell => cell.Key).ToHashSet();
        QueryCell[] more = [.. keys.Where(key => !known.Contains(key)).Select(key => new QueryCell(key, GroupOf(key)))];
        if (more.Length == 0)
            return;
        _cells.AddRange(more);
        _cells.Sort((a, b) => a.Key.CompareTo(b.Key));
    }

    private HeadGroup GroupOf(CellKey key) => _resolved.Heads.Find(_resolved.IndexOf(Dimension.Head) is var head and >= 0 ? key[head] : 0);

    private static List<QueryCell> Cells(ResolvedQuery resolved, IEnumerable<CellRow> rows)
    {
        var headIndex = resolved.IndexOf(Dimension.Head);
        var cells = new Dictionary<CellKey, QueryCell>();
        if (resolved.Query.Dimensions.IsEmpty)
            cells.Add(default, new QueryCell(default, resolved.Heads.Find(0)));
        foreach (var row in rows)
        {
            if (row.Cases == 0)
                continue;
            var key = new CellKey(row.K1, row.K2, row.K3);
            if (!cells.TryGetValue(key, out var cell))
                cells.Add(key, cell = new QueryCell(key, resolved.Heads.Find(headIndex < 0 ? 0 : key[headIndex])));
            cell.Set(
                row.Slice,
                new Tally(row.Cases, row.Charged, row.Disposed, row.Convicted, row.Decided),
                new Tally(row.SCases, row.SCharged, row.SDisposed, row.SConvicted, row.SDecided));
        }
        return [.. cells.Values.OrderBy(cell => cell.Key)];
    }

    private Dictionary<CellKey, Withholding> Mark(int slice, Func<Tally, long> count)
    {
        var marks = CellSuppression.Mark(_cells, TableShape.Of(_resolved), slice, count);
        foreach (var cell in _cells)
            if (cell.IsUntold(slice))
                marks[cell.Key] = Withholding.Protecting;
        return marks;
    }

    // A figure worked out from several counts is withheld where any of them would be.
    private IReadOnlyList<Dictionary<CellKey, Withholding>> HiddenBy(Measure measure) => measure switch
    {
        Measure.ChangePrevious or Measure.CountPrevious => [Mark(QuerySlice.Previous, tally => tally.Cases)],
        Measure.ChangeLastYear or Measure.CountLastYear => [Mark(QuerySlice.LastYear, tally => tally.Cases)],
        Measure.ChargesheetRate => [Mark(QuerySlice.Current, tally => tally.Charged), Mark(QuerySlice.Current, tally => tally.Uncharged)],
        Measure.ConvictionRate => [Mark(QuerySlice.Current, tally => tally.Convicted), Mark(QuerySlice.Current, tally => tally.Acquitted)],
        Measure.Disposed =>
            [Mark(QuerySlice.Current, tally => tally.Charged), Mark(QuerySlice.Current, tally => tally.Uncharged),
                Mark(QuerySlice.Current, tally => tally.Disposed)],
        Measure.Decided =>
            [Mark(QuerySlice.Current, tally => tally.Convicted), Mark(QuerySlice.Current, tally => tally.Acquitted),
                Mark(QuerySlice.Current, tally => tally.Decided)],
        _ => [],
    };

    private Func<QueryCell, double?> ValueOf(Measure measure) => measure switch
    {
        Measure.Count => cell => cell.All(QuerySlice.Current).Cases,
        Measure.RatePerLakh => cell => PersonYears(cell.Key) is { } years ? Ratio(cell.All(QuerySlice.Current).Cases, years, 100_000) : null,
        Measure.Share => cell => Ratio(cell.All(QuerySlice.Current).Cases, _total, 100),
        Measure.ChangePrevious => cell => Change(cell, QuerySlice.Previous),
        Measure.ChangeLastYear => cell => Change(cell, QuerySlice.LastYear),
        Measure.ChargesheetRate => cell => Ratio(cell.All(QuerySlice.Current).Charged, cell.All(QuerySlice.Current).Disposed, 100),
        Measure.ConvictionRate => cell => Ratio(cell.All(QuerySlice.Current).Convicted, cell.All(QuerySlice.Current).Decided, 100),
        Measure.CountPrevious => cell => cell.All(QuerySlice.Previous).Cases,
        Measure.CountLastYear => cell => cell.All(QuerySlice.LastYear).Cases,
        Measure.Disposed => cell => cell.All(QuerySlice.Current).Disposed,
        Measure.Decided => cell => cell.All(QuerySlice.Current).Decided,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "The measure is not in the catalogue."),
    };

    private static double? Change(QueryCell cell, int slice) =>
        Ratio(cell.All(QuerySlice.Current).Cases - cell.All(slice).Cases, cell.All(slice).Cases, 100);

    private static double? Ratio(double numerator, double denominator, double scale) => denominator > 0 ? numerator / denominator * scale : null;

    private double? PersonYears(CellKey key)
    {
        var placeIndex = _resolved.IndexOf(Dimension.Jurisdiction);
        var place = placeIndex < 0 ? -1 : key[placeIndex];
        var period = PeriodOf(key);
        if (_personYears.TryGetValue((place, period.From.DayNumber, period.Until.DayNumber), out var known))
            return known;
        var years = placeIndex < 0
            ? _population.PersonYears(_resolved.Places.Roots, period)
            : _population.PersonYears(_reference.Jurisdictions.AtOrdinal(place)!, period);
        _personYears.Add((place, period.From.DayNumber, period.Until.DayNumber), years);
        return years;
    }

    // The part of the query's period that a row of one day, month or year covers.
    private Period PeriodOf(CellKey key)
    {
        var (from, until) = (_resolved.Query.Period.From, _resolved.Query.Period.Until);
        for (var i = 0; i < _resolved.Query.Dimensions.Length; i++)
        {
            if (SpanOf(_resolved.Query.Dimensions[i], key[i]) is not { } span)
                continue;
            from = span.From > from ? span.From : from;
            until = span.Until < until ? span.Until : until;
        }

        return new Period(from, until);
    }

    private static (DateOnly From, DateOnly Until)? SpanOf(Dimension dimension, int key) => dimension switch
    {
        Dimension.Day => (DateOnly.FromDayNumber(key), DateOnly.FromDayNumber(key + 1)),
        Dimension.Month => (FirstOf(key), FirstOf(key).AddMonths(1)),
        Dimension.Year => (new(key, 1, 1), new(key + 1, 1, 1)),
        _ => null,
    };

    private ImmutableArray<QueryKey> KeysOf(CellKey key) => [.. _resolved.Query.Dimensions.Select((dimension, i) => KeyOf(dimension, key[i]))];

    private QueryKey KeyOf(Dimension dimension, int key) => dimension switch
    {
        Dimension.Jurisdiction => _reference.Jurisdictions.AtOrdinal(key)!.Code,
        Dimension.Head => _reference.Heads.Find((short)key)!.Code,
        Dimension.Month => Month.Of(FirstOf(key)),
        Dimension.Day => DateOnly.FromDayNumber(key),
        Dimension.Gender => ((Gender)key).ToString(),
        Dimension.AgeBand => ((AgeBand)key).ToString(),
        Dimension.Status => ((LegalStatus)key).ToString(),
        _ => key,
    };

    private static DateOnly FirstOf(int month) => new(month / 12, month % 12 + 1, 1);

    // Rows without a value come last whichever way the order runs: a withheld one's place must not tell its size.
    private IReadOnlyList<QueryRow> Ordered(List<(QueryRow Row, int Index)> rows)
    {
        if (_resolved.Query.Order is not { } order)
            return [.. rows.Select(row => row.Row)];
        var index = _resolved.Query.Measures.IndexOf(order.Measure);
        var sign = order.Descending ? -1 : 1;
        return
        [
            .. rows
                .OrderBy(row => row.Row.Values[index] is null)
                .ThenBy(row => sign * row.Row.Values[index])
                .ThenBy(row => row.Index)
                .Select(row => row.Row),
        ];
    }
}
