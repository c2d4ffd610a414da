using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>A space-time cube, classified.</summary>
/// <param name="Request">What was asked, defaults filled in.</param>
/// <param name="WeightsSource">How the weights were made.</param>
/// <param name="Places">One for each place.</param>
/// <param name="Z">Gi* of every bin: step · places + place.</param>
/// <param name="States">Of every bin, in the same order, at <see cref="EmergingRequest.Level"/> after Benjamini–Hochberg over all bins.</param>
/// <param name="SignificantBefore">Bins at the level before correction.</param>
/// <param name="SignificantAfter">Bins at the level after correction.</param>
public sealed record EmergingReport(
    EmergingRequest Request,
    string WeightsSource,
    int Steps,
    ImmutableArray<EmergingPlace> Places,
    ImmutableArray<double> Z,
    ImmutableArray<BinState> States,
    int SignificantBefore,
    int SignificantAfter) : EmergingOutcome;
