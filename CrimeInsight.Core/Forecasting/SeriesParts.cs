using System.Collections.Immutable;
using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Core.Forecasting;

/// <summary>What a series is made of, and the festivals that were looked for.</summary>
/// <param name="Outcome">Of the months: report or reason.</param>
/// <param name="ByWeek">
/// Of the weeks of the same time, in which a festival of a few days stands out more and moves from week to week; null when
/// some are withheld, or there are too few or hardly any cases.
/// </param>
/// <param name="Festivals">Every day of <see cref="MainFestivals"/> that is kept there, past and to come, in order.</param>
public sealed record SeriesParts(DecompositionOutcome Outcome, DecompositionReport? ByWeek, ImmutableArray<Holiday> Festivals)
{
    /// <summary>Whose festivals are to be read: that of the weeks, where there is one. Null without any.</summary>
    public DecompositionReport? FestivalReport => ByWeek ?? Outcome as DecompositionReport;
}
