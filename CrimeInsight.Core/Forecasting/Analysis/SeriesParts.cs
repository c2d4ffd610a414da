using System.Collections.Immutable;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Core.Forecasting.Analysis;

/// <summary>What a series is made of, and the festivals that were looked for.</summary>
/// <param name="Outcome">Of the months: report or reason.</param>
/// <param name="Effects">
/// Of festivals: by their days where there are cases enough and none is withheld, since a few days stand out of days and not
/// of a month; else by month. Null without a report.
/// </param>
/// <param name="Festivals">Every day of <see cref="MainFestivals"/> that is kept there, past and to come, in order.</param>
public sealed record SeriesParts(DecompositionOutcome Outcome, FestivalEffects? Effects, ImmutableArray<Holiday> Festivals);
