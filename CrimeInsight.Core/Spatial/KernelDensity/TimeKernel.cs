using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>How an event's weight falls off with time: the quartic kernel 15(1 − u²)²/16λ, u = days/λ, or twice its past half.</summary>
public sealed record TimeKernel
{
    private const double QuarticScale = 15.0 / 16;

    /// <param name="bandwidthDays">Above 0; events further away in time count nothing.</param>
    /// <param name="isPastOnly">Only events at or before the moment count, as in a forecast.</param>
    /// <exception cref="ArgumentException">The bandwidth is not above 0.</exception>
    public TimeKernel(double bandwidthDays, bool isPastOnly = false)
    {
        Guard.Finite(bandwidthDays);
        if (bandwidthDays <= 0)
            throw new ArgumentOutOfRangeException(nameof(bandwidthDays), bandwidthDays, "bandwidthDays must be above 0.");
        (BandwidthDays, IsPastOnly) = (bandwidthDays, isPastOnly);
    }

    public double BandwidthDays { get; }

    public bool IsPastOnly { get; }

    /// <summary>Per day.</summary>
    /// <param name="ageDays">From the event to the moment; below 0: the event is still to come.</param>
    public double WeightOf(double ageDays)
    {
        var share = ageDays / BandwidthDays;
        if (Math.Abs(share) >= 1 || (IsPastOnly && ageDays < 0))
            return 0;
        var left = 1 - share * share;
        return (IsPastOnly ? 2 : 1) * QuarticScale * left * left / BandwidthDays;
    }
}
