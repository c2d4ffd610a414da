namespace CrimeInsight.Core.Demo;

/// <summary>
/// Planted near-repeat contagion of a head: a share of its cases follows an earlier one, close by and soon after
/// (a self-exciting process; Mohler et al. 2011, doi:10.1198/jasa.2011.ap09546).
/// </summary>
/// <param name="HeadCode">Head it applies to.</param>
/// <param name="Share">Share of cases that follow an earlier one: the branching ratio, 0–1.</param>
/// <param name="SpreadMetres">Standard deviation of each offset, east and north.</param>
/// <param name="MostMetres">No follower is farther.</param>
/// <param name="MeanDays">Mean of the exponential waiting time before it is cut.</param>
/// <param name="MostDays">No follower is later.</param>
public sealed record ContagionTruth(string HeadCode, double Share, double SpreadMetres, double MostMetres, double MeanDays, int MostDays);
