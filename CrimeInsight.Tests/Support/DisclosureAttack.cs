using CrimeInsight.Data.Queries;

namespace CrimeInsight.Tests.Support;

/// <summary>
/// A reader who solves for withheld cells: asks for the table and for every table of fewer dimensions, knows what they show and
/// what their marks say, and tries all whole numbers that fit. Shares no code with what withholds.
/// </summary>
internal sealed class DisclosureAttack
{
    private const int Far = 12;
    private const int Total = -1;

    private readonly TableShape _shape;
    private readonly Dictionary<CellKey, long> _truth = [];
    private readonly Dictionary<CellKey, Withholding> _marks = [];
    private readonly List<CellKey> _hidden = [];
    private readonly List<(List<int> Hidden, int Sum, long Known)> _lines = [];
    private readonly List<int>[] _linesOf;

    /// <param name="publish">What a table withholds.</param>
    public DisclosureAttack(
        IReadOnlyList<QueryCell> cells, TableShape shape, Func<IReadOnlyList<QueryCell>, TableShape, int, Dictionary<CellKey, Withholding>> publish)
    {
        _shape = shape;
        for (var margin = 0; margin < 1 << shape.Dimensions; margin++)
        {
            IReadOnlyList<QueryCell> table = [.. cells.GroupBy(cell => Sum(cell.Key, margin)).OrderBy(cell => cell.Key).Select(cell => Merge(cell.Key, cell))];
            foreach (var cell in table)
                _truth.Add(cell.Key, cell.All(0).Cases);
            foreach (var (key, mark) in publish(table, ShapeOf(margin), margin))
                _marks.Add(key, mark);
        }

        _hidden.AddRange(_marks.Keys.Order());
        var position = _hidden.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i);
        foreach (var line in _truth.Keys.Concat(_hidden).Distinct().SelectMany(LinesOf).Distinct())
            AddLine(line.Dimension, line.Total, position);
        _linesOf = [.. _hidden.Select(
            (_, i) => Enumerable.Range(0, _lines.Count).Where(line => _lines[line].Hidden.Contains(i) || _lines[line].Sum == i).ToList())];
    }

    /// <summary>Cells whose figure is the only one that fits.</summary>
    public IReadOnlyList<CellKey> Solved(Func<CellKey, bool> isTarget) => [.. _hidden.Where((key, i) => isTarget(key) && !HasOther(i))];

    public override string ToString() =>
        string.Join("; ", _truth.Keys.Union(_hidden).Order()
            .Select(key => $"{key.K1} {key.K2} {key.K3}: {_truth.GetValueOrDefault(key)} {_marks.GetValueOrDefault(key)}"));

    private TableShape ShapeOf(int margin) => _shape with
    {
        HeadIndex = _shape.HeadIndex >= 0 && (margin >> _shape.HeadIndex & 1) != 0 ? -1 : _shape.HeadIndex,
        GroupOf = _shape.HeadIndex >= 0 && (margin >> _shape.HeadIndex & 1) != 0 ? _ => _shape.All : _shape.GroupOf,
        KeysOf = dimension => (margin >> dimension & 1) != 0 ? [Total] : _shape.KeysOf(dimension),
    };

    private HeadGroup HeadsOf(CellKey key) =>
        _shape.HeadIndex < 0 ? _shape.GroupOf(0) : key[_shape.HeadIndex] == Total ? _shape.All : _shape.GroupOf(key[_shape.HeadIndex]);

    private QueryCell Merge(CellKey key, IEnumerable<QueryCell> cells)
    {
        var merged = new QueryCell(key, HeadsOf(key));
        merged.Set(0, new Tally(cells.Sum(cell => cell.All(0).Cases), 0, 0, 0, 0), new Tally(cells.Sum(cell => cell.Sensitive(0).Cases), 0, 0, 0, 0));
        return merged;
    }

    private static CellKey Sum(CellKey key, int margin) =>
        new((margin & 1) != 0 ? Total : key.K1, (margin & 2) != 0 ? Total : key.K2, (margin & 4) != 0 ? Total : key.K3);

    private IEnumerable<(int Dimension, CellKey Total)> LinesOf(CellKey key) =>
        Enumerable.Range(0, _shape.Dimensions).Where(dimension => key[dimension] != Total).Select(dimension => (dimension, Sum(key, 1 << dimension)));

    private void AddLine(int dimension, CellKey total, Dictionary<CellKey, int> position)
    {
        CellKey[] keys = [.. _shape.KeysOf(dimension).Select(key => At(total, dimension, key))];
        var shown = keys.Where(key => !position.ContainsKey(key)).Sum(key => _truth.GetValueOrDefault(key));
        var sum = position.GetValueOrDefault(total, -1);
        _lines.Add(([.. keys.Where(position.ContainsKey).Select(key => position[key])], sum, (sum < 0 ? _truth.GetValueOrDefault(total) : 0) - shown));
    }

    private static CellKey At(CellKey key, int dimension, int value) =>
        dimension switch { 0 => key with { K1 = value }, 1 => key with { K2 = value }, _ => key with { K3 = value } };

    private bool HasOther(int target)
    {
        var (least, most) = Domain(target);
        for (var value = least; value <= most; value++)
        {
            var values = new long?[_hidden.Count];
            values[target] = value;
            if (value != Truth(target) && _lines.TrueForAll(line => CanBe(line, values)) && Fits(values))
                return true;
        }
        return false;
    }

    private bool Fits(long?[] values)
    {
        var next = Next(values);
        if (next < 0)
            return true;
        var (least, most) = Domain(next);
        foreach (var value in Enumerable.Range((int)least, (int)(most - least + 1)).OrderBy(value => Math.Abs(value - Truth(next))))
        {
            values[next] = value;
            if (_linesOf[next].TrueForAll(line => CanBe(_lines[line], values)) && Fits(values))
                return true;
        }
        values[next] = null;
        return false;
    }

    // An open cell of the line with the fewest: it follows soonest.
    private int Next(long?[] values)
    {
        var (best, fewest) = (-1, int.MaxValue);
        foreach (var line in _lines)
        {
            var open = line.Hidden.Append(line.Sum).Where(i => i >= 0 && values[i] is null).ToArray();
            if (open.Length > 0 && open.Length < fewest)
                (best, fewest) = (open[0], open.Length);
        }
        return best;
    }

    private bool CanBe((List<int> Hidden, int Sum, long Known) line, long?[] values)
    {
        var (least, most) = line.Sum < 0 ? (-line.Known, -line.Known) : (-line.Known - High(line.Sum), -line.Known - Low(line.Sum));
        foreach (var i in line.Hidden)
            (least, most) = (least + Low(i), most + High(i));
        return least <= 0 && most >= 0;

        long Low(int i) => values[i] ?? Domain(i).Least;
        long High(int i) => values[i] ?? Domain(i).Most;
    }

    private long Truth(int i) => _truth.GetValueOrDefault(_hidden[i]);

    // "<5" is 1 to 4. "withheld" of sensitive heads alone is 5 or more, unless a whole line is: that may hide anything. The
    // ends are cut far from the truth.
    private (long Least, long Most) Domain(int i)
    {
        if (_marks[_hidden[i]] == Withholding.Small)
            return (1, 4);
        var least = IsUntold(_hidden[i]) ? 0 : HeadsOf(_hidden[i]).IsWhollySensitive ? 5 : 1;
        return (Math.Max(least, Truth(i) - Far), Truth(i) + Far);
    }

    private bool IsUntold(CellKey key) => Enumerable.Range(0, _shape.Dimensions)
        .Where(dimension => key[dimension] != Total && _shape.KeysOf(dimension).Count > 1)
        .Any(dimension => _shape.KeysOf(dimension).All(other => _marks.GetValueOrDefault(At(key, dimension, other)) == Withholding.Protecting));
}
