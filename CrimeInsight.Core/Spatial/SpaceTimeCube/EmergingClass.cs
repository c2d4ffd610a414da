namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>
/// How a place became what it is. "Hot" is Gi* above chance after correction, "nearly always" at least 90 % of the steps. The eight
/// cold classes read the same with cold for hot.
/// </summary>
public enum EmergingClass
{
    /// <summary>None of the others.</summary>
    None,

    /// <summary>Hot in the last step, never before.</summary>
    NewHot,

    /// <summary>Hot in the last two steps or more without a break, never before these, not nearly always.</summary>
    ConsecutiveHot,

    /// <summary>Nearly always hot, in the last step too, and significantly more so with time.</summary>
    IntensifyingHot,

    /// <summary>Nearly always hot, in the last step too, without a trend.</summary>
    PersistentHot,

    /// <summary>Nearly always hot, in the last step too, and significantly less so with time.</summary>
    DiminishingHot,

    /// <summary>Hot in the last step and, with breaks, before; never cold.</summary>
    SporadicHot,

    /// <summary>Hot in the last step, hot before with breaks, and cold at least once.</summary>
    OscillatingHot,

    /// <summary>Nearly always hot, but not in the last step.</summary>
    HistoricalHot,

    /// <summary>Cold in the last step, never before.</summary>
    NewCold,

    /// <summary>Cold in the last two steps or more without a break, never before these, not nearly always.</summary>
    ConsecutiveCold,

    /// <summary>Nearly always cold, in the last step too, and significantly more so with time.</summary>
    IntensifyingCold,

    /// <summary>Nearly always cold, in the last step too, without a trend.</summary>
    PersistentCold,

    /// <summary>Nearly always cold, in the last step too, and significantly less so with time.</summary>
    DiminishingCold,

    /// <summary>Cold in the last step and, with breaks, before; never hot.</summary>
    SporadicCold,

    /// <summary>Cold in the last step, cold before with breaks, and hot at least once.</summary>
    OscillatingCold,

    /// <summary>Nearly always cold, but not in the last step.</summary>
    HistoricalCold,
}
