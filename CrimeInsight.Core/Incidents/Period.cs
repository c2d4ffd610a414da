namespace CrimeInsight.Core.Incidents;

/// <summary>Half-open range of local dates [<see cref="From"/>, <see cref="Until"/>).</summary>
public sealed record Period
{
    /// <exception cref="ArgumentOutOfRangeException">until is not after from.</exception>
    public Period(DateOnly from, DateOnly until)
    {
        if (until <= from)
            throw new ArgumentOutOfRangeException(nameof(until), until, $"The period must end after it begins ({from:yyyy-MM-dd}); the end is exclusive.");
        From = from;
        Until = until;
    }

    public DateOnly From { get; }

    public DateOnly Until { get; }

    public int Days => Until.DayNumber - From.DayNumber;

    /// <summary>Both ends fall on the first of a month, so month rollups answer exactly.</summary>
    public bool IsWholeMonths => From.Day == 1 && Until.Day == 1;

    /// <summary>Number of calendar months when <see cref="IsWholeMonths"/>.</summary>
    public int Months => (Until.Year - From.Year) * 12 + Until.Month - From.Month;

    /// <summary>The <paramref name="count"/> whole months that end before <paramref name="until"/>'s month.</summary>
    public static Period LastMonths(DateOnly until, int count)
    {
        var end = new DateOnly(until.Year, until.Month, 1);
        return new Period(end.AddMonths(-count), end);
    }

    public static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));

    /// <summary>The period of the same length just before: in months when this is whole months, else in days.</summary>
    public Period Previous() => IsWholeMonths ? new(From.AddMonths(-Months), From) : new(From.AddDays(-Days), From);

    /// <summary>The same dates one year earlier; 28 February when the date is 29 February, and never shorter than a day.</summary>
    public Period LastYear()
    {
        var from = From.AddYears(-1);
        var until = Until.AddYears(-1);
        return new(from, until > from ? until : from.AddDays(1));
    }
}
