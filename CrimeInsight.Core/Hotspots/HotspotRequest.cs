using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A question: where, of what and when, and how. The settings say which method is asked.</summary>
public sealed record HotspotRequest
{
    /// <summary>Most months looked at.</summary>
    public const int MostMonths = 36;

    // Ends that are both named do not depend on it.
    private static readonly DateOnly s_anyDay = new(2000, 1, 1);

    /// <exception cref="ArgumentException">Several places or heads, or no 1 … <see cref="MostMonths"/> whole months.</exception>
    public HotspotRequest(HotspotSettings settings, ScopeCodes scope) => (Settings, Scope) = (settings, scope);

    /// <param name="placeCode">Null: everything the person may see.</param>
    /// <param name="headCode">Null: all heads.</param>
    /// <param name="period">Whole months; null: the last twelve.</param>
    public HotspotRequest(HotspotSettings settings, string? placeCode, string? headCode, Period? period = null)
        : this(settings, new ScopeCodes(placeCode, headCode) is var scope && period is not null ? scope.Over(period) : scope)
    {
    }

    public HotspotSettings Settings { get; init; }

    /// <summary>At most one place and one head, over whole months.</summary>
    public ScopeCodes Scope { get; init => field = Checked(value); }

    /// <summary>The months looked at; an end after that of the data is moved there.</summary>
    /// <param name="asOf">First day after the last complete month.</param>
    public Period PeriodAt(DateOnly asOf)
    {
        var asked = Checked(Scope.PeriodAt(asOf));
        return Period.LastMonths(asked.Until < asOf ? asked.Until : asOf, asked.Months);
    }

    private static ScopeCodes Checked(ScopeCodes scope)
    {
        if (scope.Places.Length > 1 || scope.Heads.Length > 1)
            throw new ArgumentException("Hotspots are looked for in one place and under one head; name at most one of each.", nameof(scope));
        if (scope is { From: not null, Until: not null })
            Checked(scope.PeriodAt(s_anyDay));
        return scope;
    }

    private static Period Checked(Period period)
    {
        if (!period.IsWholeMonths)
            throw new ArgumentException(
                $"Hotspots are looked for in whole months; {period.From:yyyy-MM-dd} to {period.Until:yyyy-MM-dd} are none.", nameof(period));
        Guard.Between(period.Months, 1, MostMonths);
        return period;
    }
}
