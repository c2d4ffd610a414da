namespace CrimeInsight.Core.Demo;

/// <summary>
/// What demo data to make. The same request over the same inputs gives the same incidents on every machine, day by day: a
/// request by share gives a day the same cases whatever day it ends on.
/// </summary>
public sealed record DemoRequest
{
    /// <summary>Most incidents one request may ask for.</summary>
    public const int MostIncidents = 50_000_000;

    /// <summary>First calendar year unless told otherwise: the first with official figures.</summary>
    public const int UsualFrom = 2020;

    private const int FirstYear = 2018;
    private const int YearAfterLast = 2036;
    private static readonly TimeSpan s_indiaOffset = new(5, 30, 0);

    /// <param name="incidents">
    /// Incidents from the first day to the last: exactly, when the last ends a year, else within chance; 1 … <see cref="MostIncidents"/>.
    /// </param>
    /// <param name="seed">Any number.</param>
    /// <param name="from">First calendar year.</param>
    /// <param name="until">Day after the last; cases are seen as of it. Null: the end of the official figures, 1 January 2025.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message names the range.</exception>
    public DemoRequest(int incidents, long seed, int from = UsualFrom, DateOnly? until = null)
        : this(seed, from, until)
    {
        if (incidents is < 1 or > MostIncidents)
            throw new ArgumentOutOfRangeException(nameof(incidents), incidents, $"Ask for 1 to {MostIncidents} incidents.");
        Incidents = incidents;
    }

    private DemoRequest(long seed, int from, DateOnly? until)
    {
        var end = until ?? new DateOnly(2025, 1, 1);
        if (from < FirstYear || end <= new DateOnly(from, 1, 1) || end > new DateOnly(YearAfterLast, 1, 1))
            throw new ArgumentOutOfRangeException(
                nameof(until), until, $"Days must lie in {FirstYear} to {YearAfterLast - 1}, the end exclusive; got {from} until {end:yyyy-MM-dd}.");
        (Seed, From, Until) = (seed, from, end);
    }

    /// <summary>Incidents asked for; null when a share is.</summary>
    public int? Incidents { get; private init; }

    /// <summary>Share of registered cases asked for, 0–1; null when a number is.</summary>
    public double? Share { get; private init; }

    public long Seed { get; }

    public int From { get; }

    /// <summary>Day after the last that is asked for; later days can be made as well, each seen as of its own end.</summary>
    public DateOnly Until { get; }

    /// <param name="share">Share of registered cases, above 0, at most 1.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="from">First calendar year.</param>
    /// <param name="until">Day after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message names the range.</exception>
    public static DemoRequest OfShare(double share, long seed, int from = UsualFrom, DateOnly? until = null)
    {
        if (!(share > 0 && share <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Ask for a share above 0, at most 1.");
        return new DemoRequest(seed, from, until) { Share = share };
    }

    /// <summary>The day in India at an instant: the first that is not over.</summary>
    public static DateOnly DayAt(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(s_indiaOffset).DateTime);

    /// <summary>Day as of which a case registered on some day is seen: what is decided later is not known.</summary>
    public DateOnly AsOf(DateOnly day) => day < Until ? Until : day.AddDays(1);
}
