namespace CrimeInsight.Core.Forecasting;

/// <summary>How honest the intervals of one level were.</summary>
/// <param name="CoveragePercent">Percent of what came that fell inside, ends included; to be compared with the level.</param>
/// <param name="Msis">
/// Mean scaled interval score: width + 2/α·(distance of what came outside), over the scale of MASE; less is better;
/// null when the scale is zero. Reference: Gneiting and Raftery (2007), §6.2, doi:10.1198/016214506000001437.
/// </param>
public sealed record LevelRecord(double LevelPercent, double CoveragePercent, double? Msis);
