namespace CrimeInsight.Core.Demo;

/// <summary>How a head's cases spread over the hours of a day.</summary>
internal enum HourShape
{
    /// <summary>Waking hours, highest in the evening.</summary>
    Evening,

    /// <summary>Two peaks: while a house stands empty around noon, and after midnight.</summary>
    Bimodal,

    /// <summary>Late evening to small hours.</summary>
    Night,

    /// <summary>Morning and, higher, evening traffic.</summary>
    Commute,

    /// <summary>Office hours.</summary>
    Office,

    /// <summary>Shops, markets and buses, noon to evening.</summary>
    Market,

    /// <summary>Parked over night, and in the evening.</summary>
    Parked,
}
