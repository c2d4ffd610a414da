namespace CrimeInsight.Data.Queries;

/// <summary>
/// Disclosure control (docs/query.md). A count of 1–4 sensitive cases is withheld where it stands alone or is one
/// subtraction away from a published figure; then, until nothing changes, every line of the table whose withheld
/// cells could be worked out from the line's total loses its next smallest cell as well. Zeros stay. Deterministic.
/// Method: primary and complementary cell suppression, Hundepool et al., Statistical Disclosure Control (Wiley 2012),
/// §4.2 and §4.4; deviation: lines are made safe one after the other, smallest cell first, instead of by optimisation.
/// </summary>
internal static class CellSuppression
{
    /// <summary>Counts below it, other than zero, are small.</summary>
    public const int Threshold = 5;

    /// <summary>Which cells to withhold, and why; one entry a cell.</summary>
    /// <param name="cells">The whole table, in key order.</param>
    /// <param name="dimensions">0 … 3.</param>
    /// <param name="count">The count that would be shown.</param>
    /// <param name="slice">The slice it is of.</param>
    public static Withholding[] Mark(IReadOnlyList<QueryCell> cells, int dimensions, int slice, Func<Tally, long> count)
    {
        var sizes = new long[cells.Count];
        var hidden = new Withholding[cells.Count];
        for (var i = 0; i < cells.Count; i++)
        {
            sizes[i] = count(cells[i].All(slice));
            if (IsRevealing(sizes[i], count(cells[i].Sensitive(slice)), cells[i].Heads.IsOneStepFromSensitive))
                hidden[i] = IsSmall(sizes[i]) ? Withholding.Small : Withholding.Protecting;
        }
        if (hidden.AsSpan().ContainsAnyExcept(Withholding.None))
            Complement(cells, dimensions, sizes, hidden);
        return hidden;
    }

    /// <summary>A total across heads is so small that its sensitive cases must be known to judge it.</summary>
    public static bool NeedsDetail(CellRow row) =>
        IsSmall(row.Cases) || IsSmall(row.Charged) || IsSmall(row.Disposed - row.Charged) || IsSmall(row.Convicted) || IsSmall(row.Decided - row.Convicted);

    private static bool IsSmall(long count) => count is > 0 and < Threshold;

    /// <summary>A count of a table with one line would be withheld for itself.</summary>
    /// <param name="isOneStep">One subtraction from it gives the sensitive cases.</param>
    public static bool IsRevealing(long all, long sensitive, bool isOneStep) =>
        IsSmall(sensitive) && (isOneStep || sensitive == all);

    private static void Complement(IReadOnlyList<QueryCell> cells, int dimensions, long[] sizes, Withholding[] hidden)
    {
        var lines = Enumerable.Range(0, dimensions).SelectMany(dimension => LinesAlong(cells, dimension)).ToList();
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var line in lines)
                while (IsDerivable(line, sizes, hidden) && NextSmallest(line, sizes, hidden) is { } next)
                    (hidden[next], isChanged) = (Withholding.Protecting, true);
        }
    }

    private static IEnumerable<int[]> LinesAlong(IReadOnlyList<QueryCell> cells, int dimension) =>
        Enumerable.Range(0, cells.Count).GroupBy(i => cells[i].Key.Along(dimension)).Select(line => line.ToArray());

    // One unknown follows from the total. Several that add up to their number must all be 1, since zeros are shown; several
    // that are all marked as small and add up to four times their number must all be 4.
    private static bool IsDerivable(int[] line, long[] sizes, Withholding[] hidden)
    {
        var (count, small, sum) = (0, 0, 0L);
        foreach (var i in line)
        {
            if (hidden[i] == Withholding.None)
                continue;
            count++;
            sum += sizes[i];
            if (hidden[i] == Withholding.Small)
                small++;
        }
        return count == 1 || (count > 1 && (sum == count || (small == count && sum == count * (Threshold - 1))));
    }

    private static int? NextSmallest(int[] line, long[] sizes, Withholding[] hidden)
    {
        int? best = null;
        foreach (var i in line)
            if (hidden[i] == Withholding.None && sizes[i] > 0 && (best is null || sizes[i] < sizes[best.Value]))
                best = i;
        return best;
    }
}
