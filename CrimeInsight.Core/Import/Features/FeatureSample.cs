using System.Collections.Immutable;

namespace CrimeInsight.Core.Import.Features;

/// <summary>What a row of a file is among others and in the calendar.</summary>
/// <param name="Row">As a spreadsheet counts.</param>
/// <param name="Festivals">Keys of the holidays of its day.</param>
/// <param name="DaysSincePrevious">Within a month; null: none, or no station is known.</param>
/// <param name="EarlierInStation">Null when no station is known.</param>
/// <param name="EarlierNearby">Null when its place is not known to a locality.</param>
public sealed record FeatureSample(
    long Row, DateOnly On, bool IsWeekend, ImmutableArray<string> Festivals, int? DaysSincePrevious, int? EarlierInStation, int? EarlierNearby);
