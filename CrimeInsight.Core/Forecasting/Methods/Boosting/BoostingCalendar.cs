using CrimeInsight.Core.Forecasting.Decomposition;

namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>What the dates of a series say of each step, computed once per calendar.</summary>
internal sealed class BoostingCalendar
{
    private const int DaysBeforeFestival = 5;
    private const int DaysAfterFestival = 2;
    private readonly SeriesCalendar? _calendar;
    private readonly int _seasonLength;
    private readonly double[][] _festivals;
    private readonly double[] _afterShifts;

    /// <param name="keys">Festivals that have a feature.</param>
    /// <param name="steps">History and future.</param>
    public BoostingCalendar(SeriesCalendar? calendar, IReadOnlyList<string> keys, int seasonLength, int steps)
    {
        (_calendar, _seasonLength) = (calendar, seasonLength);
        _festivals = [
            .. keys.Select(key => calendar is null ? new double[steps]
                : CalendarExposure.Of(calendar, calendar.Festivals.Where(festival => festival.Key == key).Select(festival => festival.Day), DaysBeforeFestival,
                    DaysAfterFestival, steps))];
        _afterShifts = new double[steps];
        foreach (var day in calendar?.KnownShifts ?? [])
        {
            var after = CalendarExposure.After(calendar!, day, steps);
            for (var t = 0; t < steps; t++)
                _afterShifts[t] += after[t];
        }
    }

    /// <summary>Steps after year zero of the first value; 0 without calendar.</summary>
    public int Clock =>
        _calendar is null ? 0 : _calendar.Step == SeriesStep.Month ? 12 * _calendar.From.Year + _calendar.From.Month : _calendar.From.DayNumber / 7;

    /// <summary>Features of a target: season, length of the step, festivals against a year before, steps behind a shift.</summary>
    public void Write(int origin, int target, Span<float> features)
    {
        var angle = 2 * Math.PI * (_calendar is null ? target % _seasonLength : CalendarExposure.PlaceInYear(_calendar, target)) / _seasonLength;
        features[0] = (float)Math.Sin(angle);
        features[1] = (float)Math.Cos(angle);
        features[2] = _calendar is null ? 0 : _calendar.DayOf(target + 1).DayNumber - _calendar.DayOf(target).DayNumber;
        features[3] = (float)(_afterShifts[target] - _afterShifts[Math.Max(0, origin - 1)]);
        features[4] = (float)(_afterShifts[Math.Max(0, origin - 1)] - _afterShifts[Math.Max(0, origin - _seasonLength)]);
        for (var k = 0; k < _festivals.Length; k++)
            features[5 + k] = (float)(_festivals[k][target] - (target >= _seasonLength ? _festivals[k][target - _seasonLength] : 0));
    }
}
