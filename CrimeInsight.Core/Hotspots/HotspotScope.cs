using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Where, of what and when hotspots are looked for. Validated on construction.</summary>
public sealed record HotspotScope
{
    /// <summary>Months looked at unless asked otherwise.</summary>
    public const int UsualMonths = 12;

    /// <summary>Most months looked at.</summary>
    public const int MostMonths = 36;

    /// <param name="jurisdictionCode">Null: everything the person may see.</param>
    /// <param name="headCode">Null: all heads.</param>
    /// <param name="until">First day after the period, the first of a month; null: the end of the data.</param>
    /// <param name="months">Length of the period, 1 … <see cref="MostMonths"/>.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range; the message names it, its value and the range.</exception>
    public HotspotScope(string? jurisdictionCode, string? headCode, DateOnly? until = null, int months = UsualMonths)
    {
        Guard.Between(months, 1, MostMonths);
        (JurisdictionCode, HeadCode, Until, Months) = (jurisdictionCode, headCode, until, months);
    }

    public string? JurisdictionCode { get; }

    public string? HeadCode { get; }

    public DateOnly? Until { get; }

    public int Months { get; }

    /// <summary>The months looked at: the last before <see cref="Until"/>, or before the end of the data.</summary>
    /// <param name="asOf">First day after the last complete month.</param>
    public Period PeriodAt(DateOnly asOf) => Period.LastMonths(Until is { } until && until < asOf ? until : asOf, Months);
}
