using CrimeInsight.Data.Queries;

namespace CrimeInsight.Tests.Support;

/// <summary>An attacker who knows every line's total, every visible cell, that zeros are shown, and what the marks say.</summary>
internal static class DisclosureCheck
{
    /// <summary>Cells that may not be seen but can be.</summary>
    public static List<string> Violations(IReadOnlyList<QueryCell> cells, Withholding[] hidden, int dimensions)
    {
        var found = new List<string>();
        for (var i = 0; i < cells.Count; i++)
        {
            var (all, sensitive) = (cells[i].All(0).Cases, cells[i].Sensitive(0).Cases);
            if (hidden[i] == Withholding.None && sensitive is >= 1 and <= 4 && (all == sensitive || cells[i].Heads.IsOneStepFromSensitive))
                found.Add($"{cells[i].Key} is visible");
        }
        for (var dimension = 0; dimension < dimensions; dimension++)
            foreach (var line in Enumerable.Range(0, cells.Count).GroupBy(i => Others(cells[i].Key, dimension)))
                if (IsSolved(cells, hidden, [.. line]))
                    found.Add($"the line {line.Key} along {dimension} can be worked out");
        return found;
    }

    // The unknowns are at least 1 each, those marked as small at most 4, and add up to a known sum: they are solved when all lie
    // at the same end of what they can be. With nothing left to withhold there is no safer table.
    private static bool IsSolved(IReadOnlyList<QueryCell> cells, Withholding[] hidden, int[] line)
    {
        var unknown = line.Where(i => hidden[i] != Withholding.None).Select(i => (Cases: cells[i].All(0).Cases, Most: hidden[i] == Withholding.Small ? 4 : long.MaxValue)).ToList();
        var isMoreToHide = line.Any(i => hidden[i] == Withholding.None && cells[i].All(0).Cases > 0);
        return isMoreToHide && (unknown.Count == 1 || (unknown.Count > 1 && (unknown.All(cell => cell.Cases == 1) || unknown.All(cell => cell.Cases == cell.Most))));
    }

    private static string Others(CellKey key, int dimension) => string.Join(',', Enumerable.Range(0, 3).Where(i => i != dimension).Select(i => key[i]));
}
