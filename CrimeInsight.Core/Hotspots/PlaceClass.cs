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
    AliveCluster,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.NewHot"/>.</summary>
    NewHot,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.ConsecutiveHot"/>.</summary>
    ConsecutiveHot,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.IntensifyingHot"/>.</summary>
    IntensifyingHot,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.PersistentHot"/>.</summary>
    PersistentHot,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.DiminishingHot"/>.</summary>
    DiminishingHot,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.SporadicHot"/>.</summary>
    SporadicHot,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.OscillatingHot"/>.</summary>
    OscillatingHot,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.HistoricalHot"/>.</summary>
    HistoricalHot,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.NewCold"/>.</summary>
    NewCold,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.ConsecutiveCold"/>.</summary>
    ConsecutiveCold,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.IntensifyingCold"/>.</summary>
    IntensifyingCold,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.PersistentCold"/>.</summary>
    PersistentCold,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.DiminishingCold"/>.</summary>
    DiminishingCold,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.SporadicCold"/>.</summary>
    SporadicCold,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.OscillatingCold"/>.</summary>
    OscillatingCold,

    /// <summary>As <see cref="Spatial.SpaceTimeCube.EmergingClass.HistoricalCold"/>.</summary>
    HistoricalCold,

    /// <summary>A cluster of cases that is more than what it is compared with explains.</summary>
    DensityCluster,

    /// <summary>Land where the ratio of the densities of cases and of what they are compared with is beyond chance.</summary>
    RaisedRisk,

    /// <summary>Not tested: no other place is near, or nothing is known that its cases could be compared with.</summary>
    Untested,
}
