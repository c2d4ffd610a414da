namespace CrimeInsight.Core.Hotspots;

/// <summary>What a place was found to be.</summary>
public enum PlaceClass
{
    /// <summary>Not told from chance.</summary>
    None,

    /// <summary>More than chance allows, together with its neighbours.</summary>
    Hot,

    /// <summary>Less than chance allows, together with its neighbours.</summary>
    Cold,

    /// <summary>Much, among places that have much.</summary>
    HighHigh,

    /// <summary>Little, among places that have little.</summary>
    LowLow,

    /// <summary>Much, among places that have little.</summary>
    HighLow,

    /// <summary>Little, among places that have much.</summary>
    LowHigh,

    /// <summary>Within a circle with more cases of late than expected.</summary>
    Recent,

    /// <summary>As <see cref="Emerging.EmergingClass.NewHot"/>.</summary>
    NewHot,

    /// <summary>As <see cref="Emerging.EmergingClass.ConsecutiveHot"/>.</summary>
    ConsecutiveHot,

    /// <summary>As <see cref="Emerging.EmergingClass.IntensifyingHot"/>.</summary>
    IntensifyingHot,

    /// <summary>As <see cref="Emerging.EmergingClass.PersistentHot"/>.</summary>
    PersistentHot,

    /// <summary>As <see cref="Emerging.EmergingClass.DiminishingHot"/>.</summary>
    DiminishingHot,

    /// <summary>As <see cref="Emerging.EmergingClass.SporadicHot"/>.</summary>
    SporadicHot,

    /// <summary>As <see cref="Emerging.EmergingClass.OscillatingHot"/>.</summary>
    OscillatingHot,

    /// <summary>As <see cref="Emerging.EmergingClass.HistoricalHot"/>.</summary>
    HistoricalHot,

    /// <summary>As <see cref="Emerging.EmergingClass.NewCold"/>.</summary>
    NewCold,

    /// <summary>As <see cref="Emerging.EmergingClass.ConsecutiveCold"/>.</summary>
    ConsecutiveCold,

    /// <summary>As <see cref="Emerging.EmergingClass.IntensifyingCold"/>.</summary>
    IntensifyingCold,

    /// <summary>As <see cref="Emerging.EmergingClass.PersistentCold"/>.</summary>
    PersistentCold,

    /// <summary>As <see cref="Emerging.EmergingClass.DiminishingCold"/>.</summary>
    DiminishingCold,

    /// <summary>As <see cref="Emerging.EmergingClass.SporadicCold"/>.</summary>
    SporadicCold,

    /// <summary>As <see cref="Emerging.EmergingClass.OscillatingCold"/>.</summary>
    OscillatingCold,

    /// <summary>As <see cref="Emerging.EmergingClass.HistoricalCold"/>.</summary>
    HistoricalCold,

    /// <summary>A crowd of cases that is more than what it is compared with explains.</summary>
    Crowd,

    /// <summary>Land where cases lie denser than what they are compared with explains.</summary>
    Dense,

    /// <summary>Not tested: no other place is near, or nothing is known that its cases could be compared with.</summary>
    Untested,
}
