using System.Collections.Immutable;
using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Core.Forecasting;

/// <summary>What a series is made of, and the festivals that were looked for.</summary>
/// <param name="Outcome">Report or reason.</param>
/// <param name="Festivals">Every day of <see cref="MainFestivals"/> that is kept there, past and to come, in order.</param>
public sealed record SeriesParts(DecompositionOutcome Outcome, ImmutableArray<Holiday> Festivals);
