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
}
