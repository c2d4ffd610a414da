namespace CrimeInsight.Data.Queries;

using Line = (int Dimension, CellKey Key);

/// <summary>
/// Looks, in a table or one of its totals, for another table that a reader cannot tell from the true one: some withheld cells one more, some one less, so that
/// every line adds up as before. If there is one in which a cell differs, the cell cannot be worked out. In tables of one or two
/// dimensions the search is exact, for their solutions differ by cycles of such steps (network flows: Ahuja, Magnanti and
/// Orlin 1993, §9); in those of three it may miss one, and then more is withheld than need be.
/// </summary>
internal sealed class SuppressedMoves(SuppressedTable table, int margin)
{
    /// <summary>Steps of a search in three dimensions, after which a cell counts as worked out.</summary>
    private const int MostSteps = 500;

    private readonly Dictionary<SuppressedEntry, int> _moved = [];
    private readonly Dictionary<Line, int> _open = [];
    private int _steps;

    /// <summary>Lines of the last search that nothing withheld could balance.</summary>
    public HashSet<Line> DeadEnds { get; } = [];

    /// <summary>Cells that can change together with this one; empty: it can be worked out.</summary>
    public IReadOnlyCollection<SuppressedEntry> Find(SuppressedEntry target)
    {
        DeadEnds.Clear();
        foreach (var step in (int[])[1, -1])
        {
            _moved.Clear();
            _open.Clear();
            if (!target.CanMove(step))
                continue;
            if (table.DimensionsOf(margin) == 2 ? IsOnCycle(target, step) : IsBalancedBy(target, step))
                return _moved.Keys;
        }

        return [];
    }

    private bool IsBalancedBy(SuppressedEntry target, int step)
    {
        _steps = MostSteps;
        Move(target, step);
        return Balance();
    }

    private bool Balance()
    {
        if (_open.Count == 0)
            return true;
        if (_steps-- <= 0)
            return false;
        var (line, excess) = _open.First();
        var candidates = table.EntriesOf(line).Where(entry => !_moved.ContainsKey(entry) && entry.CanMove(-excess))
            .OrderByDescending(entry => Balanced(entry, -excess)).ToList();
        if (candidates.Count == 0)
            DeadEnds.Add(line);
        foreach (var entry in candidates)
        {
            Move(entry, -excess);
            if (Balance())
                return true;
            Move(entry, excess);
            _moved.Remove(entry);
        }

        return false;
    }

    // Lines that a step would balance, less those it would unbalance.
    private int Balanced(SuppressedEntry entry, int step) =>
        table.LinesOf(entry, margin).Sum(line => -step * _open.GetValueOrDefault(line, step));

    private void Move(SuppressedEntry entry, int step)
    {
        _moved[entry] = step;
        foreach (var line in table.LinesOf(entry, margin))
        {
            var excess = _open.GetValueOrDefault(line) + step;
            if (excess == 0)
                _open.Remove(line);
            else
                _open[line] = excess;
        }
    }

    // A row that has one too many gives to a column, which gives to another row, … until the target's own column is reached.
    private bool IsOnCycle(SuppressedEntry target, int step)
    {
        var (start, end) = (table.LinesOf(target, margin).First(), table.LinesOf(target, margin).Last());
        var from = new Dictionary<Line, SuppressedEntry> { [start] = target };
        var queue = new Queue<Line>([start]);
        while (queue.TryDequeue(out var line))
        {
            var isDeadEnd = true;
            foreach (var entry in table.EntriesOf(line))
            {
                if (entry == target || entry == from[line] || !entry.CanMove(line.Dimension == start.Dimension ? -step : step))
                    continue;
                var next = Across(entry, line);
                isDeadEnd = false;
                if (!from.TryAdd(next, entry))
                    continue;
                if (next == end)
                    return Keep(from, start, end);
                queue.Enqueue(next);
            }

            if (isDeadEnd)
                DeadEnds.Add(line);
        }

        if (!table.EntriesOf(end).Any(entry => entry != target && entry.CanMove(-step)))
            DeadEnds.Add(end);
        return false;
    }

    private Line Across(SuppressedEntry entry, Line line) => table.LinesOf(entry, margin).First(other => other.Dimension != line.Dimension);

    private bool Keep(Dictionary<Line, SuppressedEntry> from, Line start, Line end)
    {
        for (var line = end; line != start; line = Across(from[line], line))
            _moved.Add(from[line], 0);
        _moved.Add(from[start], 0);
        return true;
    }
}
