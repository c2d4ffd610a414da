using System.Globalization;

namespace CrimeInsight.Core.Incidents;

/// <summary>
/// A calendar month of the years 1 … 9998, written <c>yyyy-MM</c>. Months are counted: adding a number goes on by so many, and
/// two months are so many apart.
/// </summary>
public readonly record struct Month : IComparable<Month>
{
    private const int PerYear = 12;
    private const int LastYear = 9998;
    private const string Form = "yyyy-MM";

    // Months since January of the year 1.
    private readonly int _index;

    /// <param name="year">1 … 9998.</param>
    /// <param name="number">1 January … 12 December.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public Month(int year, int number)
        : this((year - 1) * PerYear + IndexOf(number))
    {
    }

    private Month(int index)
    {
        if (index is < 0 or >= LastYear * PerYear)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"A month lies in the years 1 … {LastYear}.");
        _index = index;
    }

    public int Year => _index / PerYear + 1;

    /// <summary>1 January … 12 December.</summary>
    public int Number => _index % PerYear + 1;

    /// <summary>Its first day.</summary>
    public DateOnly First => new(Year, Number, 1);

    /// <summary>First day of the next month.</summary>
    public DateOnly Until => First.AddMonths(1);

    /// <summary>All its days.</summary>
    public Period Period => new(First, Until);

    /// <summary>The month a day lies in.</summary>
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public static Month operator +(Month month, int months) => new(month._index + months);

    public static Month operator -(Month month, int months) => new(month._index - months);

    /// <summary>How many months <paramref name="left"/> is after <paramref name="right"/>.</summary>
    public static int operator -(Month left, Month right) => left._index - right._index;

    public static bool operator <(Month left, Month right) => left._index < right._index;

    public static bool operator >(Month left, Month right) => left._index > right._index;

    public static bool operator <=(Month left, Month right) => left._index <= right._index;

    public static bool operator >=(Month left, Month right) => left._index >= right._index;

    public int CompareTo(Month other) => _index.CompareTo(other._index);

    /// <summary>Reads <c>yyyy-MM</c>; null for anything else.</summary>
    public static Month? Read(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year <= LastYear ? Of(first) : null;

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <exception cref="FormatException">It is not of the form.</exception>
    public static Month Parse(string text) => Read(text) ?? throw new FormatException($"\"{text}\" is not a month; write {Form}.");

    /// <summary><c>yyyy-MM</c>.</summary>
    public override string ToString() => First.ToString(Form, CultureInfo.InvariantCulture);

    private static int IndexOf(int number) =>
        number is >= 1 and <= PerYear ? number - 1 : throw new ArgumentOutOfRangeException(nameof(number), number, "A month's number is 1 … 12.");
}
