namespace CrimeInsight.Data.Queries;

using Line = (int Dimension, CellKey Key);

/// <summary>
/// Disclosure control (docs/query.md). A count of 1–4 sensitive cases is withheld where it stands alone or is one
/// subtraction away from a published figure; then further cells, smallest first, until none of these can be worked out from
/// the table and its totals. Zeros stay, but for lines that could not be made safe otherwise. Deterministic.
/// Method: primary and complementary cell suppression, Hundepool et al., Statistical Disclosure Control (Wiley 2012),
/// §4.2 and §4.4; deviation: cells are made safe one after the other, smallest cell first, instead of by optimisation.
/// </summary>
internal static class CellSuppression
{
    /// <summary>Counts below it, other than zero, are small.</summary>
    public const int Threshold = 5;

    /// <summary>Which cells to withhold, and why; also cells without cases, which the table need not hold.</summary>
    /// <param name="cells">The whole table.</param>
    /// <param name="slice">The slice the count is of.</param>
    /// <param name="count">The count that would be shown.</param>
    public static Dictionary<CellKey, Withholding> Mark(IReadOnlyList<QueryCell> cells, TableShape shape, int slice, Func<Tally, long> count)
    {
        if (!cells.Any(cell => IsRevealing(count(cell.All(slice)), count(cell.Sensitive(slice)), cell.Heads.IsOneStepFromSensitive)))
            return [];
        var table = new SuppressedTable(cells, shape, slice, count);
        foreach (var margin in table.Margins)
            if (table.DimensionsOf(margin) > 0)
                Complement(table, margin);
        return table.Marks;
    }

    /// <summary>A total across heads is so small that its sensitive cases must be known to judge it.</summary>
    public static bool NeedsDetail(CellRow row) =>
        IsSmall(row.Cases) || IsSmall(row.Charged) || IsSmall(row.Disposed - row.Charged) || IsSmall(row.Convicted) || IsSmall(row.Decided - row.Convicted);

    /// <summary>1–4.</summary>
    public static bool IsSmall(long count) => count is > 0 and < Threshold;

    /// <summary>A count of a table with one line would be withheld for itself.</summary>
    /// <param name="isOneStep">One subtraction from it gives the sensitive cases.</param>
    public static bool IsRevealing(long all, long sensitive, bool isOneStep) =>
        IsSmall(sensitive) && (isOneStep || sensitive == all);

    // What is safe stays safe: whatever is withheld later only adds to what a table could be.
    private static void Complement(SuppressedTable table, int margin)
    {
        var moves = new SuppressedMoves(table, margin);
        var safe = new HashSet<SuppressedEntry>();
        foreach (var target in table.TargetsOf(margin))
            while (!safe.Contains(target))
            {
                var together = moves.Find(target);
                if (together.Count == 0 && !WithholdMore(table, margin, target, moves.DeadEnds))
                    break;
                safe.UnionWith(together);
            }
    }

    private static bool WithholdMore(SuppressedTable table, int margin, SuppressedEntry target, HashSet<Line> deadEnds)
    {
        Line[] own = [.. table.LinesOf(target, margin)];
        return WithholdIn(table, margin, [.. deadEnds.OrderByDescending(line => own.Contains(line)).ThenBy(line => line)])
            || WithholdIn(table, margin, own)
            || WithholdIn(table, margin, table.AllLines(margin));
    }

    private static bool WithholdIn(SuppressedTable table, int margin, IEnumerable<Line> lines)
    {
        lines = [.. lines];
        foreach (var line in lines)
            if (NextSmallest(table.EntriesOf(line), margin) is { } next)
            {
                next.Protect();
                return true;
            }

        return lines.Any(line => table.Untell(line, margin));
    }

    private static SuppressedEntry? NextSmallest(IEnumerable<SuppressedEntry> line, int margin) =>
        line.Where(entry => entry is { Mark: Withholding.None, Count: > 0 } && entry.Margin == margin).MinBy(entry => (entry.Count, entry.Key));
}
