namespace CrimeInsight.Core.Spatial.Association;

/// <summary>What a place is, after correction for the number of places.</summary>
public enum LocalClass
{
    /// <summary>Not told from chance.</summary>
    NotSignificant,

    /// <summary>Without neighbours, so without a statistic; not counted among the tests.</summary>
    NoNeighbours,

    /// <summary>Of rates: nobody is at risk there, so there is nothing to test.</summary>
    NobodyAtRisk,

    /// <summary>Gi, Gi*: high values together, its own among them.</summary>
    Hot,

    /// <summary>Gi, Gi*: low values together, its own among them.</summary>
    Cold,

    /// <summary>Moran: a high value among high ones.</summary>
    HighHigh,

    /// <summary>Moran: a low value among low ones.</summary>
    LowLow,

    /// <summary>Moran: a high value among low ones.</summary>
    HighLow,

    /// <summary>Moran: a low value among high ones.</summary>
    LowHigh,
}
