using System.Collections.Immutable;

namespace CrimeInsight.Core.Calendar;

/// <summary>Holidays and festivals of all years that are known, past and to come.</summary>
/// <param name="Days">In order of days.</param>
/// <param name="Version">Of the reference data.</param>
public sealed record HolidayCalendar(ImmutableArray<Holiday> Days, long Version)
{
    private ILookup<DateOnly, Holiday>? _byDay;

    /// <summary>Those of a day that are kept in the whole country, and in one state if one is named.</summary>
    public IEnumerable<Holiday> On(DateOnly day, string? stateCode) =>
        (_byDay ??= Days.ToLookup(holiday => holiday.Day))[day].Where(holiday => IsKept(holiday, stateCode));

    /// <summary>Those kept in the whole country, and in one state if one is named.</summary>
    public IEnumerable<Holiday> KeptIn(string? stateCode) =>
        Days.Where(holiday => IsKept(holiday, stateCode));

    private static bool IsKept(Holiday holiday, string? stateCode) =>
        holiday.StateCodes.IsEmpty || (stateCode is not null && holiday.StateCodes.Contains(stateCode));
}
