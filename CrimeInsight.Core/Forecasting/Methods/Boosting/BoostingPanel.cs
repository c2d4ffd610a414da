using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>
/// All series of a panel and the features of any (series, origin, step): the last year's values, the target's month in
/// earlier years, level, momentum, spread and share of zeros, dates and festivals, parent and neighbours. All are ratios
/// to the series' own level, so one model serves quiet and busy series; nothing after the origin is read.
/// </summary>
internal sealed class BoostingPanel
{
    private const int MostLags = 12;
    private const int OwnFeatures = 12;
    private const int CalendarFeatures = 5;
    private const int RelativeFeatures = 3;

    private readonly BoostingSeries[] _series;
    private readonly BoostingCalendar[] _calendars;
    private readonly IReadOnlyList<SeriesRelatives>? _relatives;
    private readonly int _lags;
    private readonly bool _haveDates;

    public BoostingPanel(IReadOnlyList<ForecastRequest> requests, IReadOnlyList<SeriesRelatives>? relatives)
    {
        Season = Math.Max(1, requests[0].SeasonLength);
        _lags = Math.Min(MostLags, Math.Max(Season, 6));
        _relatives = relatives;
        _haveDates = requests.All(request => request.Calendar is not null);
        _series = [.. requests.Select(request => new BoostingSeries([.. request.Values], Math.Max(Season, MostLags)))];
        List<string> keys = [.. requests.SelectMany(request => request.Calendar?.Festivals ?? []).Select(festival => festival.Key).Distinct()
            .Where(MainFestivals.Keys.Contains).Order(StringComparer.Ordinal)];
        var known = new Dictionary<(SeriesCalendar?, int), BoostingCalendar>(new ByIdentity());
        _calendars = [.. requests.Select(request =>
        {
            var key = (request.Calendar, request.Values.Length + request.Horizon);
            if (!known.TryGetValue(key, out var calendar))
                known[key] = calendar = new BoostingCalendar(request.Calendar, keys, Season, key.Item2);
            return calendar;
        })];
        FeatureCount = _lags + OwnFeatures + RelativeFeatures + CalendarFeatures + keys.Count;
    }

    public int Count => _series.Length;

    public int Season { get; }

    public int FeatureCount { get; }

    /// <summary>Values an origin needs before it.</summary>
    public int LeastHistory => Math.Max(Season, MostLags) + 1;

    public BoostingSeries this[int series] => _series[series];

    /// <summary>When an origin is, in steps that all series share: by the calendar, or, unless all have one, by the distance from the end.</summary>
    public int Clock(int series, int origin) => _haveDates ? _calendars[series].Clock + origin : origin - _series[series].Values.Length;

    /// <summary>The origin of a series at a moment.</summary>
    public int OriginAt(int series, int clock) => clock - Clock(series, 0);

    /// <param name="step">From 1.</param>
    public void Write(int series, int origin, int step, Span<float> features)
    {
        var one = _series[series];
        var scale = one.Scale(origin) is > 0 and var level ? level : 1;
        for (var lag = 0; lag < _lags; lag++)
            features[lag] = (float)(one.Values[origin - 1 - lag] / scale);
        var target = origin + step - 1;
        WriteOwn(one, origin, target, step, scale, features[_lags..]);
        WriteRelatives(series, origin, features[(_lags + OwnFeatures)..]);
        _calendars[series].Write(origin, target, features[(_lags + OwnFeatures + RelativeFeatures)..]);
    }

    private void WriteOwn(BoostingSeries one, int origin, int target, int step, double scale, Span<float> own)
    {
        own[0] = step;
        own[1] = (float)Math.Log(scale);
        own[2] = (float)(one.Spread(origin) / scale);
        own[3] = (float)one.Momentum(origin, 3);
        own[4] = (float)one.Momentum(origin, 6);
        own[5] = (float)one.Momentum(origin, 2 * one.Window);
        own[6] = (float)one.Momentum(origin, origin);
        var last = target;
        while (last >= origin)
            last -= Season;
        own[7] = Ratio(one, last, scale);
        own[8] = last >= Season ? Ratio(one, last - Season, scale) : own[7];
        own[9] = (float)SeasonalRatio(one, last);
        own[10] = ZeroShare(one, origin);
        own[11] = Ratio(one, Math.Min(last + 1, origin - 1), scale);
    }

    private static float Ratio(BoostingSeries one, int index, double scale) => index >= 0 ? (float)(one.Values[index] / scale) : 1;

    /// <summary>Values at the same place of earlier seasons over the means of the years that end there; drawn to 1 where few.</summary>
    private double SeasonalRatio(BoostingSeries one, int last)
    {
        double seen = 0, expected = 0;
        for (var t = last; t >= Math.Max(0, last % Season) && t + 1 >= one.Window; t -= Season)
        {
            seen += one.Values[t];
            expected += one.Mean(t + 1, one.Window);
        }

        return (seen + 2) / (expected + 2);
    }

    private static float ZeroShare(BoostingSeries one, int origin)
    {
        var zeros = 0f;
        for (var t = origin - one.Window; t < origin; t++)
            zeros += one.Values[t] == 0 ? 1 : 0;
        return zeros / one.Window;
    }

    private void WriteRelatives(int series, int origin, Span<float> features)
    {
        features[..RelativeFeatures].Fill(1);
        if (_relatives is null)
            return;
        var clock = Clock(series, origin);
        if (_relatives[series].Parent is { } parent && OriginAt(parent, clock) is var at && at > LeastHistory && at <= _series[parent].Values.Length)
        {
            features[0] = (float)_series[parent].Momentum(at, 3);
            features[1] = (float)_series[parent].Momentum(at, 1);
        }

        float sum = 0, count = 0;
        foreach (var neighbour in _relatives[series].Neighbours)
        {
            if (OriginAt(neighbour, clock) is var there && there > LeastHistory && there <= _series[neighbour].Values.Length)
                (sum, count) = (sum + (float)_series[neighbour].Momentum(there, 3), count + 1);
        }

        features[2] = count > 0 ? sum / count : 1;
    }

    private sealed class ByIdentity : IEqualityComparer<(SeriesCalendar? Calendar, int Steps)>
    {
        public bool Equals((SeriesCalendar? Calendar, int Steps) x, (SeriesCalendar? Calendar, int Steps) y) =>
            ReferenceEquals(x.Calendar, y.Calendar) && x.Steps == y.Steps;

        public int GetHashCode((SeriesCalendar? Calendar, int Steps) value) =>
            HashCode.Combine(value.Calendar is null ? 0 : RuntimeHelpers.GetHashCode(value.Calendar), value.Steps);
    }
}
