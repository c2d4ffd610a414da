namespace CrimeInsight.Core.Demo;

/// <summary>Which stations of a district a head leans to.</summary>
internal enum PlaceLean
{
    /// <summary>As residents live.</summary>
    Even,
    Urban,
    Rural,
}
