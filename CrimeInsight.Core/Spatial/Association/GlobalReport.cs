namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Whether like values lie together on the whole map.</summary>
/// <param name="Places">Places with neighbours; islands are left out.</param>
/// <param name="Islands">Places left out.</param>
/// <param name="Moran">Moran's I, variance under randomisation.</param>
/// <param name="MoranNormal">Moran's I, variance under normality; without permutations.</param>
/// <param name="Geary">Geary's C, variance under randomisation.</param>
/// <param name="GetisOrd">Getis and Ord's G, variance under randomisation; null when a value is below 0 or fewer than two are above.</param>
/// <param name="Permutations">Permutations made.</param>
public sealed record GlobalReport(
    string WeightsSource,
    int Places,
    int Islands,
    GlobalTest Moran,
    GlobalTest MoranNormal,
    GlobalTest Geary,
    GlobalTest? GetisOrd,
    int Permutations,
    int Seed) : GlobalOutcome;
