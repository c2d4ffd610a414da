using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>Other series of the panel that may help one series.</summary>
/// <param name="Parent">Index of the series it is part of; null: none.</param>
/// <param name="Neighbours">Indices of series of neighbouring places.</param>
public sealed record SeriesRelatives(int? Parent, ImmutableArray<int> Neighbours);
