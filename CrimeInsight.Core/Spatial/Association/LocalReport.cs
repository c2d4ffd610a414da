using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>A local statistic of every place, tested. All arrays are in the order of the places.</summary>
/// <param name="Request">What was asked, defaults filled in.</param>
/// <param name="WeightsSource">How the weights were made.</param>
/// <param name="Permutations">Permutations made; 0: none.</param>
/// <param name="Statistic">Gi and Gi*: the standardised statistic itself; Moran: I of the place. 0 for a place without neighbours.</param>
/// <param name="Z">Standard deviations from the expectation under chance.</param>
/// <param name="P">Two-sided, not corrected: by the normal approximation, of rates by the Pearson type III law with the moments of the sum.
/// 1 for a place without a test, as are those below.</param>
/// <param name="PSimulated">Two-sided, by conditional permutations, of rates by replicas, not corrected: twice the smaller tail, ties half in
/// each, the observed value counted; of rates with fewer than ten replicas beyond the observed value continued by that law; empty without permutations.</param>
/// <param name="PCorrected">Benjamini–Hochberg over the places with neighbours, of <see cref="LocalRequest.Basis"/>.</param>
/// <param name="Classes">Significant at <see cref="LocalRequest.Level"/> by <paramref name="PCorrected"/>, and of Gi and Gi* with an own value that supports
/// it.</param>
/// <param name="SignificantBefore">Places at the level before correction, by p alone.</param>
/// <param name="SignificantAfter">Places at the level after correction, by p alone.</param>
/// <param name="Islands">Places without a test: without neighbours, or of rates where nobody is at risk.</param>
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
    ImmutableArray<int> Islands) : LocalOutcome
{
    /// <summary>What <see cref="Classes"/> would be without correction.</summary>
    public ImmutableArray<LocalClass> Before { get; init; } = [];

    /// <summary>What cases were compared with; null when values were compared.</summary>
    public RateBasis? Rates { get; init; }
}
