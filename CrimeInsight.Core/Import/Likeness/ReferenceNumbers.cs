namespace CrimeInsight.Core.Import.Likeness;

/// <summary>
/// The numbers of a case's reference, however it is written: <c>FIR 12/2023</c>, <c>0012/23</c> and <c>12-2023</c> are one. Zeros before a
/// number, words and signs do not count; a year may have two digits and stand anywhere, and is that of the registration where there is none.
/// </summary>
/// <param name="Key">Hash of all numbers with the year; 0: there is none.</param>
/// <param name="Rest">Hash of all but the last number that is no year.</param>
/// <param name="Number">That number.</param>
public readonly record struct ReferenceNumbers(ulong Key, ulong Rest, long Number)
{
    private const int MostNumbers = 6, MostDigits = 15;
    private const ulong Basis = 14_695_981_039_346_656_037, Prime = 1_099_511_628_211;

    /// <summary>Numbers as close as these follow each other in the book of a station on one day: no slip can be told from that.</summary>
    private const long NextInBook = 10;

    /// <param name="year">Of the registration.</param>
    public static ReferenceNumbers Of(ReadOnlySpan<char> reference, int year)
    {
        Span<(long Number, int Digits)> numbers = stackalloc (long, int)[MostNumbers];
        var count = Read(reference, numbers);
        var at = YearAt(numbers[..count], year);
        var (rest, last) = (Mix(Basis, at < 0 ? year : numbers[at].Number % 100 + 2000), -1);
        for (var i = 0; i < count; i++)
        {
            if (i == at)
                continue;
            if (last >= 0)
                rest = Mix(rest, numbers[last].Number);
            last = i;
        }

        return last < 0 ? default : new ReferenceNumbers(Mix(rest, numbers[last].Number) | 1, rest, numbers[last].Number);
    }

    /// <summary>One digit wrong, missing or too many, or two neighbours changed, in a number that does not merely come next.</summary>
    public bool IsSlipOf(in ReferenceNumbers other)
    {
        if (Rest != other.Rest || Math.Abs(Number - other.Number) < NextInBook)
            return false;
        Span<char> one = stackalloc char[MostDigits + 5], two = stackalloc char[MostDigits + 5];
        Number.TryFormat(one, out var first, default, System.Globalization.CultureInfo.InvariantCulture);
        other.Number.TryFormat(two, out var second, default, System.Globalization.CultureInfo.InvariantCulture);
        return first <= second ? IsSlip(one[..first], two[..second]) : IsSlip(two[..second], one[..first]);
    }

    private static bool IsSlip(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var at = shorter.CommonPrefixLength(longer);
        if (shorter.Length < longer.Length)
            return shorter[at..].SequenceEqual(longer[(at + 1)..]);
        if (at == shorter.Length || shorter[(at + 1)..].SequenceEqual(longer[(at + 1)..]))
            return at < shorter.Length;
        return shorter[at] == longer[at + 1] && shorter[at + 1] == longer[at] && shorter[(at + 2)..].SequenceEqual(longer[(at + 2)..]);
    }

    // The last number that is the year, or its last two digits; of a case registered at the turn of the year also the one before or after.
    private static int YearAt(ReadOnlySpan<(long Number, int Digits)> numbers, int year)
    {
        for (var i = numbers.Length - 1; numbers.Length > 1 && i >= 0; i--)
            if ((numbers[i].Digits == 4 && Math.Abs(numbers[i].Number - year) <= 1)
                || (numbers[i].Digits == 2 && Math.Abs(numbers[i].Number + 2000 - year) <= 1))
                return i;
        return -1;
    }

    private static int Read(ReadOnlySpan<char> text, Span<(long Number, int Digits)> numbers)
    {
        var (count, digits) = (0, 0);
        long number = 0;
        for (var i = 0; i <= text.Length && count < numbers.Length; i++)
        {
            var digit = i < text.Length ? (int)char.GetNumericValue(text[i]) : -1;
            if (digit is >= 0 and <= 9 && digits < MostDigits)
            {
                (number, digits) = (number * 10 + digit, digits + 1);
                continue;
            }

            if (digits > 0)
                numbers[count++] = (number, digits);
            (number, digits) = (0, 0);
        }

        return count;
    }

    private static ulong Mix(ulong hash, long number)
    {
        hash = (hash ^ (ulong)number) * Prime;
        return hash ^ (hash >> 29);
    }
}
