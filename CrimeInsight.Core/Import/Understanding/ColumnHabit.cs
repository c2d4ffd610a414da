namespace CrimeInsight.Core.Import.Understanding;

/// <summary>
/// What the cells of a column usually look like: empty or not, their pattern (letters, digits and other signs, each run as one), and how long they
/// are. A cell is as odd as it is rare, in bits: log₂ of the cells seen over those like it. What is found in every fiftieth cell or oftener is not
/// odd, and of fewer than twenty cells none is.
/// </summary>
internal sealed class ColumnHabit
{
    /// <summary>Beside fewer cells none is odd.</summary>
    public const int LeastSeen = 20;

    private const int MostPatterns = 500, LongestPattern = 24, LengthSteps = 24;
    private const double UsualShare = 0.02, LeastUsual = 1.5, MostBits = 12;

    private readonly Dictionary<string, long> _patterns = [];
    private readonly long[] _lengths = new long[LengthSteps];
    private long _seen;
    private long _empty;

    /// <summary>Takes note of a cell.</summary>
    public void Add(ReadOnlySpan<char> cell)
    {
        _seen++;
        if (cell.IsEmpty)
        {
            _empty++;
            return;
        }

        Span<char> buffer = stackalloc char[LongestPattern];
        var pattern = PatternOf(cell, buffer);
        var known = _patterns.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(pattern, out var like))
            known[pattern] = like + 1;
        else if (_patterns.Count < MostPatterns)
            known[pattern] = 1;
        _lengths[StepOf(cell.Length)]++;
    }

    /// <summary>How odd a cell that was noted is beside all that were; 0 when it is not.</summary>
    public double Oddness(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return Rarity(_empty);
        Span<char> buffer = stackalloc char[LongestPattern];
        var ofLength = Rarity(_lengths[StepOf(cell.Length)]);
        // A column of free words has no pattern that could be missed.
        if (_patterns.Count * 10L > _seen)
            return ofLength;
        return _patterns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(PatternOf(cell, buffer), out var like)
            ? Math.Max(Rarity(like), ofLength)
            : ofLength;
    }

    private double Rarity(long like) =>
        _seen < LeastSeen || like >= Math.Max(_seen * UsualShare, LeastUsual) ? 0 : Math.Min(Math.Log2(_seen / (double)like), MostBits);

    // Lengths of which one is less than 1.6 times the other are alike.
    private static int StepOf(int length) => Math.Min((int)(Math.Log(length) / Math.Log(1.6)), LengthSteps - 1);

    private static ReadOnlySpan<char> PatternOf(ReadOnlySpan<char> cell, Span<char> buffer)
    {
        var length = 0;
        foreach (var sign in cell)
        {
            var kind = char.IsDigit(sign) ? '9' : char.IsWhiteSpace(sign) ? ' ' : char.IsLetter(sign) || char.IsSurrogate(sign) || IsMark(sign) ? 'a' : sign;
            if (length > 0 && buffer[length - 1] == kind)
                continue;
            if (length == buffer.Length)
                break;
            buffer[length++] = kind;
        }

        return buffer[..length];
    }

    private static bool IsMark(char sign) => char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
