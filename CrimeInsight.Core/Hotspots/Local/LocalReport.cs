using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots.Local;

/// <summary>A local statistic of every place, tested. All arrays are in the order of the places.</summary>
/// <param name="Request">What was asked, defaults filled in.</param>
/// <param name="WeightsSource">How the weights were made.</param>
/// <param name="Permutations">Permutations made; 0: none.</param>
/// <param name="Statistic">Gi and Gi*: the standardised statistic itself; Moran: I of the place. 0 for a place without neighbours.</param>
/// <param name="Z">Standard deviations from the expectation under chance.</param>
/// <param name="P">Two-sided, normal approximation, not corrected. 1 for a place without neighbours, as are those below.</param>
/// <param name="PSimulated">Two-sided, by conditional permutations, not corrected: twice the smaller tail, ties half in each, the
/// observed value counted; empty without permutations.</param>
/// <param name="PCorrected">Benjamini–Hochberg over the places with neighbours, of <see cref="LocalRequest.Basis"/>.</param>
/// <param name="Classes">Significant at <see cref="LocalRequest.Level"/> by <paramref name="PCorrected"/>.</param>
/// <param name="SignificantBefore">Places at the level before correction.</param>
/// <param name="SignificantAfter">Places at the level after correction.</param>
/// <param name="Islands">Places without neighbours.</param>
public sealed record LocalReport(
    LocalRequest Request,
    string WeightsSource,
    int Permutations,
    ImmutableArray<double> Statistic,
    ImmutableArray<double> Z,
    ImmutableArray<double> P,
    ImmutableArray<double> PSimulated,
    ImmutableArray<double> PCorrected,
    ImmutableArray<LocalClass> Classes,
    int SignificantBefore,
    int SignificantAfter,
    ImmutableArray<int> Islands) : LocalOutcome;
