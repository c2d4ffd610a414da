using System.Globalization;

namespace CrimeInsight.Benchmarks.Views;

/// <summary>
/// Holds the figures of a view against those of the same view of another build. Added rows, columns and words are passed over, a
/// column under another name is found by the names given or by its values; what is missing or has another value is told.
/// </summary>
/// <param name="renamed">New name of a column by its old one.</param>
internal sealed class ViewComparison(IReadOnlyDictionary<string, string> renamed)
{
    private const double RelativeTolerance = 1e-9;
    private const string Nothing = "nothing";

    public IReadOnlyList<ViewDifference> Compare(ViewFigures before, ViewFigures after)
    {
        if (before.Kind != after.Kind)
            return [new ViewDifference("view", $"{before.Kind}", $"{after.Kind}", IsFigure: true)];
        if (before.Kind == ViewKind.Page)
            return ComparePages(before, after);
        var byPlace = CompareRows(before, after, [.. Enumerable.Range(0, before.Rows.Length).Select(row => row < after.Rows.Length ? row : (int?)null)]);
        if (byPlace.Count == 0)
            return byPlace;
        var byKey = CompareRows(before, after, RowsByKey(before, after));
        return byKey.Count(one => one.IsFigure) < byPlace.Count(one => one.IsFigure) ? byKey : byPlace;
    }

    private static List<ViewDifference> ComparePages(ViewFigures before, ViewFigures after)
    {
        var left = after.Rows.CountBy(row => row[0]).ToDictionary();
        var missing = new List<ViewDifference>();
        foreach (var row in before.Rows)
        {
            if (left.GetValueOrDefault(row[0]) > 0)
                left[row[0]]--;
            else
                missing.Add(new ViewDifference(row[1], row[0], Nothing, IsFigure: true));
        }

        return missing;
    }

    private List<ViewDifference> CompareRows(ViewFigures before, ViewFigures after, int?[] rows)
    {
        var differences = new List<ViewDifference>();
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] is null)
                differences.Add(new ViewDifference($"row {row + 1}", string.Join(" | ", before.Rows[row]), Nothing, IsFigure: true));
        }

        for (var column = 0; column < before.Header.Length; column++)
            differences.AddRange(CompareColumn(before, after, rows, column));
        return differences;
    }

    // That of its name, or any that says the same.
    private List<ViewDifference> CompareColumn(ViewFigures before, ViewFigures after, int?[] rows, int column)
    {
        List<ViewDifference>? best = null;
        var named = IndexOf(after, before.Header[column]);
        foreach (var other in Enumerable.Range(0, after.Header.Length).OrderBy(index => index == named ? 0 : 1))
        {
            var found = Values(before, after, rows, column, other).ToList();
            if (found.Count == 0)
                return [];
            if (other == named)
                best = found;
        }

        var isFigure = Enumerable.Range(0, before.Rows.Length).Any(row => HasDigit(before.At(row, column)));
        return best ?? [new ViewDifference($"column {before.Header[column]}", before.Rows.Length > 0 ? before.At(0, column) : "", Nothing, isFigure)];
    }

    private int IndexOf(ViewFigures after, string name) =>
        after.Header.IndexOf(name) is >= 0 and var same ? same : renamed.TryGetValue(name, out var now) ? after.Header.IndexOf(now) : -1;

    private static IEnumerable<ViewDifference> Values(ViewFigures before, ViewFigures after, int?[] rows, int column, int other)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] is not { } at)
                continue;
            var (was, @is) = (before.At(row, column), after.At(at, other));
            if (!IsSame(was, @is))
                yield return new ViewDifference($"row {row + 1}, {before.Header[column]}", was, @is, HasDigit(was) || HasDigit(@is));
        }
    }

    private static int?[] RowsByKey(ViewFigures before, ViewFigures after)
    {
        var shared = Enumerable.Range(0, before.Header.Length)
            .Select(column => (Before: column, After: after.Header.IndexOf(before.Header[column])))
            .Where(pair => pair.After >= 0 && Enumerable.Range(0, before.Rows.Length).All(row => Number(before.At(row, pair.Before)) is null))
            .ToList();
        var found = new Dictionary<string, int>();
        for (var row = 0; row < after.Rows.Length; row++)
            found.TryAdd(string.Join('|', shared.Select(pair => after.At(row, pair.After))), row);
        return [.. Enumerable.Range(0, before.Rows.Length).Select(row =>
            found.Remove(string.Join('|', shared.Select(pair => before.At(row, pair.Before))), out var at) ? at : (int?)null)];
    }

    // Equal to the digits that both are written with.
    private static bool IsSame(string before, string after)
    {
        if (before == after)
            return true;
        if (Number(before) is not { } was || Number(after) is not { } now)
            return false;
        var digits = Math.Min(Decimals(before), Decimals(after));
        return Math.Abs(was - now) <= Math.Max(RelativeTolerance * Math.Abs(was), digits < MostDigits(before, after) ? 0.5000001 * Math.Pow(10, -digits) : 0);
    }

    private static int MostDigits(string before, string after) => Math.Max(Decimals(before), Decimals(after));

    private static int Decimals(string text) => text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.Length - point - 1 : 0;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool HasDigit(string text) => text.Any(char.IsAsciiDigit);
}
