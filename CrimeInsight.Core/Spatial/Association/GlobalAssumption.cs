namespace CrimeInsight.Core.Spatial.Association;

/// <summary>What the variance under chance rests on.</summary>
public enum GlobalAssumption
{
    /// <summary>Every order of the values over the places is equally likely.</summary>
    Randomisation,

    /// <summary>The values are independent draws of one normal distribution.</summary>
    Normality,
}
