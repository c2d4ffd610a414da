using CrimeInsight.Core;

namespace CrimeInsight.Web.Cli;

/// <summary>One series of a file, in order of time and equally spaced.</summary>
internal sealed class NamedSeries
{
    private readonly SeriesTime _last;
    private readonly int _gap;
    private readonly bool _isByMonth;

    private NamedSeries(string name, double[] values, SeriesTime last, int gap, bool isByMonth)
    {
        Name = name;
        Values = values;
        (_last, _gap, _isByMonth) = (last, gap, isByMonth);
    }

    public string Name { get; }

    public double[] Values { get; }

    /// <exception cref="OperatorException">Times repeat, are written in two ways, or leave a gap.</exception>
    public static NamedSeries Of(string name, List<SeriesPoint> points)
    {
        SeriesPoint[] sorted = [.. points.OrderBy(point => point.Time.Number)];
        if (sorted.FirstOrDefault(point => point.Time.Kind != sorted[0].Time.Kind) is { Row: > 0 } other)
            throw new OperatorException($"Row {other.Row}: series '{name}' writes its times in two ways; write all of them alike.");
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Time == sorted[i - 1].Time)
                throw new OperatorException($"Row {sorted[i].Row}: series '{name}' has {sorted[i].Time} twice; keep one row for each time.");
        }

        var isByMonth = sorted[0].Time.Kind == SeriesTimeKind.Day && IsByMonth(sorted);
        int PositionOf(SeriesPoint point) => isByMonth ? point.Time.Month : point.Time.Number;
        var gap = sorted.Length < 2 ? 1 : Enumerable.Range(1, sorted.Length - 1).Min(i => PositionOf(sorted[i]) - PositionOf(sorted[i - 1]));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (PositionOf(sorted[i]) - PositionOf(sorted[i - 1]) != gap)
                throw new OperatorException(
                    $"Row {sorted[i].Row}: series '{name}' has nothing between {sorted[i - 1].Time} and {sorted[i].Time}; add the missing times, with 0 where "
                        + "nothing happened.");
        }

        return new NamedSeries(name, [.. sorted.Select(point => point.Value)], sorted[^1].Time, gap, isByMonth);
    }

    /// <summary>The time a number of steps after the last.</summary>
    public SeriesTime After(int steps)
    {
        if (!_isByMonth)
            return _last with { Number = _last.Number + steps * _gap };
        var day = _last.Day.AddMonths(steps * _gap);
        if (_last.IsLastOfMonth)
            day = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        return _last with { Number = day.DayNumber };
    }

    /// <summary>Days that fall on the same day of the month, or on its last, stand for months.</summary>
    private static bool IsByMonth(SeriesPoint[] points) =>
        points.Length > 1
        && (Array.TrueForAll(points, point => point.Time.Day.Day == points[0].Time.Day.Day) || Array.TrueForAll(points, point => point.Time.IsLastOfMonth))
        && points.Select(point => point.Time.Month).Distinct().Count() == points.Length;
}
