namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>What became of one place.</summary>
/// <param name="HotSteps">Steps in which it was hot.</param>
/// <param name="ColdSteps">Steps in which it was cold.</param>
/// <param name="RunSteps">Steps at the end with the state of the last step: since when it is what it is.</param>
/// <param name="TrendZ">Mann–Kendall test of Gi* over the steps; above 0: rising.</param>
/// <param name="TrendP">Two-sided, corrected for the overlap of neighbourhoods in time, not for the number of places.</param>
public readonly record struct EmergingPlace(EmergingClass Class, int HotSteps, int ColdSteps, int RunSteps, double TrendZ, double TrendP);
