namespace CrimeInsight.Core.Demo;

/// <summary>What demo data to make. The same request over the same inputs gives the same incidents on every machine.</summary>
public sealed record DemoRequest
{
    /// <summary>Most incidents one request may ask for.</summary>
    public const int MostIncidents = 50_000_000;

    /// <param name="incidents">Incidents over all years, exactly; 1 … <see cref="MostIncidents"/>.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="from">First calendar year.</param>
    /// <param name="until">Year after the last; cases are seen as of its first day.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range; the message names the range.</exception>
    public DemoRequest(int incidents, long seed, int from = 2020, int until = 2025)
    {
        if (incidents is < 1 or > MostIncidents)
            throw new ArgumentOutOfRangeException(nameof(incidents), incidents, $"Ask for 1 to {MostIncidents} incidents.");
        if (from < 2018 || until > 2036 || until <= from)
            throw new ArgumentOutOfRangeException(nameof(until), until, $"Years must run from 2018 to 2035, the end exclusive; got {from} until {until}.");
        Incidents = incidents;
        Seed = seed;
        From = from;
        Until = until;
    }

    public int Incidents { get; }

    public long Seed { get; }

    public int From { get; }

    public int Until { get; }

    /// <summary>Day as of which legal status is judged.</summary>
    public DateOnly AsOf => new(Until, 1, 1);
}
