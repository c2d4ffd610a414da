using System.Runtime.InteropServices;

namespace CrimeInsight.Data.Queries;

using Line = (int Dimension, CellKey Key);

/// <summary>
/// A table with its totals, which are tables of fewer dimensions: queries of their own, withheld by the same rule. A line is all
/// cells that differ in one key, with their total; totals count negative, so that every line adds up to zero.
/// </summary>
internal sealed class SuppressedTable
{
    private const int Total = int.MinValue;
    private const int Any = int.MaxValue;

    private readonly TableShape _shape;
    private readonly int[] _dimensions;
    private readonly Dictionary<CellKey, SuppressedEntry> _entries = [];
    private readonly Dictionary<Line, List<SuppressedEntry>> _lines = [];

    public SuppressedTable(IReadOnlyList<QueryCell> cells, TableShape shape, int slice, Func<Tally, long> count)
    {
        _shape = shape;
        // Where a dimension has one key its totals are the same figures again, withheld alike.
        _dimensions = [.. Enumerable.Range(0, shape.Dimensions).Where(dimension => shape.KeysOf(dimension).Count != 1)];
        // Coarsest totals first: what they withhold is known of when the finer ones are judged.
        Margins = [.. Enumerable.Range(0, 1 << shape.Dimensions).Where(margin => (margin & ~Mask) == 0).OrderByDescending(int.PopCount)];
        foreach (var cell in cells)
            foreach (var margin in Margins)
                Add(cell.Key, margin, count(cell.All(slice)), count(cell.Sensitive(slice)));
        foreach (var entry in _entries.Values)
        {
            entry.Judge();
            AddToLines(entry);
        }
    }

    /// <summary>Bits of the dimensions that are added up in a table of totals, for each such table; last 0, the table itself.</summary>
    public IReadOnlyList<int> Margins { get; }

    /// <summary>What is withheld of the table itself, by key.</summary>
    public Dictionary<CellKey, Withholding> Marks =>
        _entries.Values.Where(entry => entry.Margin == 0 && entry.Mark != Withholding.None).ToDictionary(entry => entry.Key, entry => entry.Mark);

    private int Mask => _dimensions.Aggregate(0, (mask, dimension) => mask | 1 << dimension);

    /// <summary>Cells of a table of totals, and of those coarser, that must not be worked out.</summary>
    public IReadOnlyList<SuppressedEntry> TargetsOf(int margin) =>
        [.. _entries.Values.Where(entry => entry.IsPrimary && (entry.Margin & margin) == margin).OrderBy(entry => entry.Key)];

    /// <summary>Dimensions that a table of totals has.</summary>
    public int DimensionsOf(int margin) => _dimensions.Length - int.PopCount(margin);

    /// <summary>Lines of a table of totals that a cell of it, or of a coarser one, lies in: one for each dimension.</summary>
    public IEnumerable<Line> LinesOf(SuppressedEntry entry, int margin)
    {
        foreach (var dimension in _dimensions)
            if ((margin >> dimension & 1) == 0)
                yield return (dimension, With(entry.Key, dimension, Any));
    }

    /// <summary>All lines of a table of totals, in order.</summary>
    public IEnumerable<Line> AllLines(int margin) =>
        _lines.Where(line => (margin >> line.Key.Dimension & 1) == 0 && line.Value.Exists(entry => entry.Margin == margin)).Select(line => line.Key).Order();

    public IReadOnlyList<SuppressedEntry> EntriesOf(Line line) => _lines[line];

    /// <summary>Withholds every cell of a line, also those without cases, and no longer says which are small.</summary>
    /// <returns>False: that has been done before, or the line is of coarser totals.</returns>
    public bool Untell(Line line, int margin)
    {
        var keys = _shape.KeysOf(line.Dimension);
        if (!_lines[line].Exists(entry => entry.Margin == margin) || _lines[line].Count(entry => entry.Margin == margin && entry.IsUntold) == keys.Count)
            return false;
        foreach (var key in keys)
        {
            var at = With(line.Key, line.Dimension, key);
            if (_entries.ContainsKey(at))
                continue;
            var entry = New(at, margin);
            _entries.Add(at, entry);
            AddToLines(entry);
        }

        foreach (var entry in _lines[line].Where(entry => entry.Margin == margin))
            entry.Untell();
        return true;
    }

    private void Add(CellKey key, int margin, long count, long sensitive)
    {
        foreach (var dimension in _dimensions)
            if ((margin >> dimension & 1) != 0)
                key = With(key, dimension, Total);
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out _);
        (entry ??= New(key, margin)).Add(count, sensitive);
    }

    private SuppressedEntry New(CellKey key, int margin)
    {
        var heads = _shape.HeadIndex < 0 ? _shape.GroupOf(0) : key[_shape.HeadIndex] == Total ? _shape.All : _shape.GroupOf(key[_shape.HeadIndex]);
        return new SuppressedEntry(key, heads, margin);
    }

    private void AddToLines(SuppressedEntry entry)
    {
        foreach (var key in LinesOf(entry, margin: 0))
        {
            ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(_lines, key, out _);
            (line ??= []).Add(entry);
        }
    }

    private static CellKey With(CellKey key, int dimension, int value) => dimension switch
    {
        0 => key with { K1 = value },
        1 => key with { K2 = value },
        _ => key with { K3 = value },
    };
}
