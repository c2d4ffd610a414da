namespace CrimeInsight.Core.Import.Preparing;

/// <summary>What is odd about coordinates that were taken. Names are stored; never rename.</summary>
public enum PlaceDoubt
{
    /// <summary>In another district than the one named, and near it.</summary>
    OutsideDistrict,

    /// <summary>Farther than 30 km from the point of the station named.</summary>
    FarFromStation,

    /// <summary>Off every boundary, and near a coast.</summary>
    OffCoast,
}
