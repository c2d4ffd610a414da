using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Preparing;

/// <summary>
/// Counts what the steps do. A value seen before costs a look-up, a row in which nothing is changed some additions. What belongs to a
/// row counts only if the row is accepted; of a protected case it is counted and not shown.
/// </summary>
public sealed class PreparationTally
{
    private const int MostUnmapped = 2000;

    private readonly Dictionary<(PreparationStep Step, string Column), ColumnValues> _values = [];
    private readonly long[] _rows = new long[Enum.GetValues<PreparationStep>().Length];
    private readonly long[] _places = new long[Enum.GetValues<PlaceKnown>().Length];
    private readonly long[] _doubts = new long[Enum.GetValues<PlaceDoubt>().Length];
    private readonly long[] _open = new long[Enum.GetValues<OpenValue>().Length];
    private readonly List<Change> _pending = [];
    private readonly List<PreparedRow> _changes = [];
    private readonly Dictionary<(string Column, string Value), long> _unmapped = [];
    private readonly RowMarks _marks = new();
    private int _pendingDoubts;

    /// <summary>What steps change in a row is kept until the next one.</summary>
    public bool ListsChanges { get; set; }

    /// <summary>Of the last row, if it was accepted and changes are listed.</summary>
    public IReadOnlyList<PreparedRow> Changes => _changes;

    /// <summary>Accepted rows were repaired or imputed.</summary>
    public bool HasMarks => _marks.Any;

    /// <summary>A step made something else of a value of the current row. The same of one column counts once.</summary>
    public void Note(PreparationStep step, string column, ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        Add(step, column, before, after, isShown: true);

    /// <summary>As <see cref="Note"/>, for a value that is never shown.</summary>
    public void Count(PreparationStep step, string column) => Add(step, column, default, default, isShown: false);

    /// <summary>The coordinates of the current row are odd.</summary>
    public void Doubt(PlaceDoubt doubt) => _pendingDoubts |= 1 << (int)doubt;

    /// <summary>A rejected value that nothing explains.</summary>
    public void NoteUnmapped(string column, string value)
    {
        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_unmapped, (column, value), out var isKnown);
        rows++;
        if (!isKnown && _unmapped.Count > MostUnmapped)
            _unmapped.Remove((column, value));
    }

    /// <summary>Ends a rejected row: what it has gathered is forgotten.</summary>
    public void Reject()
    {
        _changes.Clear();
        _pending.Clear();
        _pendingDoubts = 0;
    }

    /// <summary>Ends an accepted row: what it has gathered counts.</summary>
    public void Accept(long row, Incident incident, PlaceKnown place, bool isProtected)
    {
        _places[(int)place]++;
        CountOpen(incident);
        _changes.Clear();
        for (; _pendingDoubts != 0; _pendingDoubts &= _pendingDoubts - 1)
            _doubts[int.TrailingZeroCount(_pendingDoubts)]++;
        if (_pending.Count == 0)
            return;
        var steps = 0;
        foreach (var change in _pending)
        {
            (isProtected ? change.Values.Others : change.Entry).Rows++;
            steps |= 1 << (int)change.Step;
            if (ListsChanges)
                _changes.Add(new PreparedRow(change.Step, row, change.Column, isProtected ? null : change.Before, isProtected ? null : change.After));
        }

        _pending.Clear();
        Count(row, steps);
    }

    /// <summary>A row that was accepted turned out to be no new case.</summary>
    public void Leave(long row) => _marks.Clear(row);

    /// <param name="duplicates">Rows left out as equal to others, or to known cases.</param>
    public PreparationReport Report(PreparationPlan plan, long duplicates) => new()
    {
        Steps =
        [
            .. Enum.GetValues<PreparationStep>().Select(step => new PreparedStep(
                step, plan.Has(step), step == PreparationStep.Duplicates ? duplicates : _rows[(int)step], Samples(step))),
        ],
        Repaired = _marks.CountRepaired,
        Imputed = _marks.CountImputed,
        Places = Counts<PlaceKnown>(_places),
        Doubts = Counts<PlaceDoubt>(_doubts),
        Open = Counts<OpenValue>(_open),
        Unmapped = First(_unmapped.Select(entry => new PreparedValue(entry.Key.Column, entry.Key.Value, "", entry.Value))),
    };

    private void Add(PreparationStep step, string column, ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool isShown)
    {
        foreach (var noted in _pending)
            if (noted.Step == step && ReferenceEquals(noted.Column, column))
                return;
        ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, (step, column), out _);
        values ??= new ColumnValues();
        var entry = isShown ? values.Find(before, after) : values.Others;
        _pending.Add(!ListsChanges || !isShown
            ? new Change(step, column, values, entry, null, null)
            : new Change(step, column, values, entry, ColumnValues.Shorten(before), ColumnValues.Shorten(after)));
    }

    private void CountOpen(Incident incident)
    {
        _open[(int)OpenValue.Time] += incident.OccurredAt is null ? 1 : 0;
        _open[(int)OpenValue.TimeWithinRange] += incident.OccurredUntil is null ? 0 : 1;
        _open[(int)OpenValue.VictimAge] += incident.VictimAgeBand == AgeBand.Unknown ? 1 : 0;
        _open[(int)OpenValue.VictimGender] += incident.VictimGender == Gender.Unknown ? 1 : 0;
        _open[(int)OpenValue.OffenderAge] += incident.OffenderAgeBand == AgeBand.Unknown ? 1 : 0;
        _open[(int)OpenValue.OffenderGender] += incident.OffenderGender == Gender.Unknown ? 1 : 0;
    }

    private void Count(long row, int steps)
    {
        const int Repairs = (1 << (int)PreparationStep.Cleansing) | (1 << (int)PreparationStep.Names);
        for (var step = 0; step < _rows.Length; step++)
            _rows[step] += (steps >> step) & 1;
        var marks = ((steps & Repairs) != 0 ? RowMarks.Repaired : 0) | ((steps & (1 << (int)PreparationStep.Imputation)) != 0 ? RowMarks.Imputed : 0);
        if (marks != 0)
            _marks.Set(row, (byte)marks);
    }

    private ImmutableArray<PreparedValue> Samples(PreparationStep step) => First(
        from values in _values
        where values.Key.Step == step
        from entry in values.Value.All
        select new PreparedValue(values.Key.Column, entry.Before, entry.After, entry.Rows));

    private static ImmutableArray<PreparedValue> First(IEnumerable<PreparedValue> values) =>
    [
        .. values.Where(value => value.Rows > 0).OrderByDescending(value => value.Rows)
            .ThenBy(value => value.Column, StringComparer.Ordinal).ThenBy(value => value.Before, StringComparer.Ordinal).Take(PreparedStep.MostSamples),
    ];

    private static ImmutableArray<RowCount<T>> Counts<T>(long[] rows)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select((kind, index) => new RowCount<T>(kind, rows[index])).Where(count => count.Rows > 0)];

    /// <param name="Before">Null where it is not listed.</param>
    private readonly record struct Change(
        PreparationStep Step, string Column, ColumnValues Values, ColumnValues.Entry Entry, string? Before, string? After);
}
