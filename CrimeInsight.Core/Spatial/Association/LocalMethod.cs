namespace CrimeInsight.Core.Spatial.Association;

/// <summary>A statistic with a value for every place.</summary>
public enum LocalMethod
{
    /// <summary>Gi*: the place and its neighbours together. Getis and Ord 1992, standardised as in Ord and Getis 1995.</summary>
    GetisOrdStar,

    /// <summary>Gi: the neighbours without the place itself.</summary>
    GetisOrd,

    /// <summary>Local Moran's I. Anselin 1995.</summary>
    Moran,
}
