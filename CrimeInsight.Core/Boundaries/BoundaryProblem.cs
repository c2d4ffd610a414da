namespace CrimeInsight.Core.Boundaries;

/// <summary>Why a file of boundaries gives none.</summary>
public enum BoundaryProblem
{
    /// <summary>Neither GeoJSON nor a shapefile packed as ZIP, or damaged.</summary>
    NotRead,

    /// <summary>A shapefile is several files (.shp, .dbf, .prj): they come together, packed as ZIP.</summary>
    Incomplete,

    /// <summary>An archive that holds more than one file of boundaries: each is loaded by itself.</summary>
    Several,

    /// <summary>An archive with a name that leads out of its folder, or protected by a password.</summary>
    Unsafe,

    /// <summary>Packed or unpacked more than boundaries need.</summary>
    TooLarge,

    /// <summary>It holds no areas.</summary>
    NoAreas,

    /// <summary>None of its columns names places that are known.</summary>
    NoNames,

    /// <summary>Its coordinates are no degrees of WGS 84.</summary>
    Projected,

    /// <summary>None of its areas lies in India.</summary>
    OutsideIndia,
}
