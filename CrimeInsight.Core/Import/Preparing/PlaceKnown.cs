namespace CrimeInsight.Core.Import.Preparing;

/// <summary>How exactly the place of a row is known, the most exact first. Names are stored; never rename.</summary>
public enum PlaceKnown
{
    /// <summary>A point, to about 100 m.</summary>
    Exact,

    /// <summary>A point, to about 1 km.</summary>
    Locality,

    /// <summary>A point, to a cell of a few kilometres: all that is kept of protected cases.</summary>
    Cell,

    /// <summary>A point in whole degrees: hardly more than the district.</summary>
    Coarse,

    /// <summary>The station, whose point stands in for the place; no coordinates are stored.</summary>
    StationPoint,

    /// <summary>The station, of which no point is known or taken.</summary>
    Station,

    /// <summary>The district, or a part of it that is no station.</summary>
    District,

    /// <summary>The state.</summary>
    State,
}
