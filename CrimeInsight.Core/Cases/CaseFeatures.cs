using System.Collections.Immutable;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Cases;

/// <summary>What a case is among others and in the calendar: worked out when it is asked for, never stored. Of protected cases there is none.</summary>
/// <param name="Festivals">Holidays and festivals kept in its state on the day of the offence.</param>
/// <param name="DaysSincePrevious">
/// To the last case of the head in the station on the same day or before; null when there is none, or no station is known.
/// </param>
/// <param name="EarlierInStation">Cases of the head in the station in the <see cref="Repeats.RecentDays"/> days before; null when no station is known.</param>
/// <param name="EarlierNearby">
/// Those within <see cref="Repeats.NearMetres"/> metres, in whatever station; null when its place is not known to a locality.
/// </param>
public sealed record CaseFeatures(
    bool IsWeekend, ImmutableArray<Holiday> Festivals, int? DaysSincePrevious, int? EarlierInStation, int? EarlierNearby);
