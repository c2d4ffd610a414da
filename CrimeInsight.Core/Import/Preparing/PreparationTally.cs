using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Preparing;

/// <summary>
/// Counts what the steps do. A value seen before costs a look-up, a row in which nothing is changed one comparison. What belongs to a
/// row counts only if the row is accepted.
/// </summary>
public sealed class PreparationTally
{
    // More different values of a column are counted together.
    private const int MostValues = 2000;
    private const int MostSampleChars = 80;

    private static readonly PreparationStep[] s_repairs = [PreparationStep.Cleansing, PreparationStep.Names];

    private readonly Dictionary<(PreparationStep Step, string Column), Values> _values = [];
    private readonly long[] _rows = new long[Enum.GetValues<PreparationStep>().Length];
    private readonly long[] _places = new long[Enum.GetValues<LocationPrecision>().Length];
    private readonly List<(PreparationStep Step, string Column, Entry Entry)> _pending = [];
    private readonly Dictionary<(string Column, string Value), long> _unmapped = [];
    private long _repaired;

    /// <summary>A step made something else of a value of the current row. The same of one column counts once.</summary>
    /// <param name="isShown">False: it may tell of a protected case, and only counts.</param>
    public void Note(PreparationStep step, string column, ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool isShown = true)
    {
        foreach (var (noted, name, _) in _pending)
            if (noted == step && ReferenceEquals(name, column))
                return;
        ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, (step, column), out _);
        values ??= new Values();
        _pending.Add((step, column, values.Find(isShown ? before : default, isShown ? after : default)));
    }

    /// <summary>A rejected value that nothing explains.</summary>
    public void NoteUnmapped(string column, string value)
    {
        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_unmapped, (column, value), out var isKnown);
        rows++;
        if (!isKnown && _unmapped.Count > MostValues)
            _unmapped.Remove((column, value));
    }

    /// <summary>Ends a row: what it has gathered counts, or is forgotten.</summary>
    /// <param name="precision">Of an accepted row; null: it was rejected.</param>
    public void EndRow(LocationPrecision? precision)
    {
        if (precision is { } known)
            _places[(int)known]++;
        if (_pending.Count == 0)
            return;
        if (precision is not null)
            Count();
        _pending.Clear();
    }

    public PreparationReport Report(PreparationPlan plan) => new()
    {
        Steps = [.. Enum.GetValues<PreparationStep>().Select(step => new PreparedStep(step, plan.Has(step), _rows[(int)step], Samples(step)))],
        Repaired = _repaired,
        Places = [.. _places.Select((rows, precision) => new PlaceShare((LocationPrecision)precision, rows)).Where(share => share.Rows > 0)],
        Unmapped = First(_unmapped.Select(entry => new PreparedValue(entry.Key.Column, entry.Key.Value, "", entry.Value))),
    };

    private void Count()
    {
        var steps = 0;
        foreach (var (step, _, entry) in _pending)
        {
            entry.Rows++;
            steps |= 1 << (int)step;
        }

        for (var step = 0; step < _rows.Length; step++)
            _rows[step] += (steps >> step) & 1;
        if (Array.Exists(s_repairs, step => (steps & (1 << (int)step)) != 0))
            _repaired++;
    }

    private ImmutableArray<PreparedValue> Samples(PreparationStep step) => First(
        from values in _values
        where values.Key.Step == step
        from entry in values.Value.All
        where entry.Before.Length > 0
        select new PreparedValue(values.Key.Column, entry.Before, entry.After, entry.Rows));

    private static ImmutableArray<PreparedValue> First(IEnumerable<PreparedValue> values) =>
    [
        .. values.Where(value => value.Rows > 0).OrderByDescending(value => value.Rows)
            .ThenBy(value => value.Column, StringComparer.Ordinal).ThenBy(value => value.Before, StringComparer.Ordinal).Take(PreparedStep.MostSamples),
    ];

    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= MostSampleChars ? text.ToString() : string.Concat(text[..MostSampleChars], "…");

    private sealed class Entry
    {
        public string Before { get; init; } = "";

        public string After { get; init; } = "";

        public long Rows { get; set; }
    }

    /// <summary>What became of the values of a column.</summary>
    private sealed class Values
    {
        private readonly Dictionary<string, Entry> _known = new(StringComparer.Ordinal);
        private readonly Entry _others = new();

        public IEnumerable<Entry> All => _known.Values;

        public Entry Find(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
        {
            if (before.IsEmpty)
                return _others;
            var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
            if (known.TryGetValue(before, out var entry))
                return entry;
            return _known.Count >= MostValues ? _others : known[before] = new Entry { Before = Shorten(before), After = Shorten(after) };
        }
    }
}
