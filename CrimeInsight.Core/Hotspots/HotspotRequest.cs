using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Where, of what, when and how hotspots are looked for. Validated on construction.</summary>
public sealed record HotspotRequest
{
    /// <summary>Neighbours of a place unless asked otherwise.</summary>
    public const int UsualNeighbours = 8;

    /// <summary>Months looked at unless asked otherwise.</summary>
    public const int UsualMonths = 12;

    /// <summary>Most months looked at.</summary>
    public const int MostMonths = 36;

    /// <summary>Share of false ones among the findings, on average, unless asked otherwise.</summary>
    public const double UsualLevel = 0.05;

    /// <summary>How near cases of a crowd are unless asked otherwise, in metres.</summary>
    public const double UsualReachMetres = 300;

    /// <summary>Fewest cases of a crowd unless asked otherwise.</summary>
    public const int UsualLeastCases = 10;

    private const int MostNeighbours = 40;
    private const double LeastMetres = 20;
    private const double MostMetres = 50_000;
    private const int MostLeastCases = 10_000;

    /// <param name="jurisdictionCode">Null: everything the person may see.</param>
    /// <param name="headCode">Null: all heads.</param>
    /// <param name="until">First day after the period, the first of a month; null: the end of the data.</param>
    /// <param name="months">Length of the period, 1 … <see cref="MostMonths"/>.</param>
    /// <param name="neighbours">Nearest places a place is looked at with, 1 … 40.</param>
    /// <param name="level">Above 0, at most 0.5.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range; the message names it, its value and the range.</exception>
    public HotspotRequest(
        HotspotMethod method, string? jurisdictionCode, string? headCode, DateOnly? until = null, int months = UsualMonths, int neighbours = UsualNeighbours, double level = UsualLevel, int seed = 1)
    {
        Guard.Between(months, 1, MostMonths);
        Guard.Between(neighbours, 1, MostNeighbours);
        Guard.Between(level, double.Epsilon, 0.5);
        (Method, JurisdictionCode, HeadCode, Until, Months, Neighbours, Level, Seed) = (method, jurisdictionCode, headCode, until, months, neighbours, level, seed);
    }

    public HotspotMethod Method { get; }

    public string? JurisdictionCode { get; }

    public string? HeadCode { get; }

    public DateOnly? Until { get; }

    public int Months { get; }

    public int Neighbours { get; }

    public double Level { get; }

    public int Seed { get; }

    /// <summary>How near to each other the cases of a crowd are, 20 … 50,000 m.</summary>
    public double ReachMetres { get; init => field = InMetres(value, nameof(ReachMetres)); } = UsualReachMetres;

    /// <summary>Fewest cases within that reach of a case in the middle of a crowd, 3 … 10,000.</summary>
    public int LeastCases
    {
        get;
        init
        {
            Guard.Between(value, 3, MostLeastCases, nameof(LeastCases));
            field = value;
        }
    } = UsualLeastCases;

    /// <summary>Bandwidth of a density, 20 … 50,000 m; null: by a rule of thumb.</summary>
    public double? BandwidthMetres { get; init => field = value is { } metres ? InMetres(metres, nameof(BandwidthMetres)) : null; }

    /// <summary>What single cases, and those of places whose residents are not known, are compared with; null: other crimes, for all heads together earlier years.</summary>
    public CaseBackground? Background { get; init; }

    /// <summary>The months looked at: the last before <see cref="Until"/>, or before the end of the data.</summary>
    /// <param name="asOf">First day after the last complete month.</param>
    public Period PeriodAt(DateOnly asOf) => Period.LastMonths(Until is { } until && until < asOf ? until : asOf, Months);

    private static double InMetres(double value, string name)
    {
        Guard.Between(value, LeastMetres, MostMetres, name);
        return value;
    }
}
