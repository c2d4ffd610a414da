namespace CrimeInsight.Core.Places.Files;

/// <summary>What a file says of places.</summary>
public enum PlaceFileKind
{
    /// <summary>code, year, residents.</summary>
    Populations,

    /// <summary>code, latitude, longitude.</summary>
    Points,
}
