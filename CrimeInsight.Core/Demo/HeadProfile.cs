using System.Collections.Immutable;

namespace CrimeInsight.Core.Demo;

/// <summary>Everything the generator assumes of one head beyond its official numbers.</summary>
internal sealed record HeadProfile(SeasonClass Season, LockdownClass Lockdown, HourShape Hours)
{
    /// <summary>Share of cases at the district's hotspots, 0–1.</summary>
    public double HotspotShare { get; init; } = 0.15;

    public PlaceLean Lean { get; init; }

    public DelayShape Delay { get; init; } = DelayShape.Prompt;

    public VictimShape Victim { get; init; } = VictimShape.Anyone;

    public OffenderShape Offender { get; init; } = OffenderShape.Known;

    public DisposalShape Disposal { get; init; } = DisposalShape.Named;

    /// <summary>Median property value, rupees; zero: the head has none.</summary>
    public double MedianRupees { get; init; }

    /// <summary>Standard deviation of the value's natural logarithm.</summary>
    public double ValueSpread { get; init; } = 1;

    /// <summary>Share of cases whose time is only known as a range, 0–1.</summary>
    public double RangeShare { get; init; }

    /// <summary>Median length of such a range.</summary>
    public double RangeMedianHours { get; init; } = 9;

    /// <summary>Ways it is done; empty: no text.</summary>
    public ImmutableArray<string> Ways { get; init; } = [];

    public ContagionTruth? Contagion { get; init; }
}
