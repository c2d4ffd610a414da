using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Cases;

/// <summary>What came before a case in its station under its head.</summary>
/// <param name="DaysSincePrevious">Null: nothing.</param>
/// <param name="Recent">Cases of the <see cref="Repeats.RecentDays"/> days before.</param>
public sealed record CaseBefore(long Id, int? DaysSincePrevious, int Recent);
