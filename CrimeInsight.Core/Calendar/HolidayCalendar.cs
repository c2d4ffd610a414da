using System.Collections.Immutable;

namespace CrimeInsight.Core.Calendar;

/// <summary>Holidays and festivals of all years that are known, past and to come.</summary>
/// <param name="Days">In order of days.</param>
/// <param name="Version">Of the reference data.</param>
public sealed record HolidayCalendar(ImmutableArray<Holiday> Days, long Version)
{
    /// <summary>Those kept in the whole country, and in one state if one is named.</summary>
    public IEnumerable<Holiday> KeptIn(string? stateCode) =>
        Days.Where(holiday => holiday.StateCodes.IsEmpty || (stateCode is not null && holiday.StateCodes.Contains(stateCode)));
}
