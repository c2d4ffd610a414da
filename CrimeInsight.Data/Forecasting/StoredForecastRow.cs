using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Forecasting.Stored;

namespace CrimeInsight.Data.Forecasting;

/// <summary>A stored forecast as it is stored.</summary>
internal sealed record StoredForecastRow
{
    private const int LeastSeasons = 2;
    private static readonly double[] s_levels = [50, 80, 95];

    public int Ordinal { get; init; }

    public short? Obstacle { get; init; }

    public short? VolumeBand { get; init; }

    public DateOnly HistoryFrom { get; init; }

    public long DataVersion { get; init; }

    public DateTime ComputedAt { get; init; }

    public string? Model { get; init; }

    public string? Form { get; init; }

    public byte[]? History { get; init; }

    public float[]? Mean { get; init; }

    public float[]? Bounds { get; init; }

    public string? Detail { get; init; }

    public ImmutableArray<double> Counts => History is null ? [] : HistoryBytes.Read(History);

    public ImmutableArray<ForecastBand> Bands =>
        [.. s_levels.Select((level, i) => new ForecastBand(level, Bound(2 * i), Bound(2 * i + 1)))];

    public static float[] MeanOf(ForecastReport report) => [.. report.Mean.Select(value => (float)value)];

    public static float[] BoundsOf(ForecastReport report) => [.. report.Bands.SelectMany(band => band.Lower.Concat(band.Upper)).Select(value => (float)value)];

    public StoredForecast ToForecast(string jurisdictionCode, string headCode, SeriesStep step) => new(
        jurisdictionCode, headCode, step, HistoryFrom, Counts, Outcome(step), VolumeBand, DataVersion, new DateTimeOffset(ComputedAt, TimeSpan.Zero));

    /// <summary>With what was said one step ahead, which is all that is stored of the past; only of a row with a forecast.</summary>
    public ForecastReport ToReport(SeriesStep step)
    {
        var detail = ForecastDetail.Read(Detail!);
        var report = Report(SeriesForecasts.RequestOf(Counts, HistoryFrom, step, []), detail);
        return report with
        {
            Past = [.. detail.Errors.Select(one => new PastForecast(one.HistoryLength, [report.Request.Values[one.HistoryLength] - one.Error], []))],
        };
    }

    private ForecastOutcome Outcome(SeriesStep step)
    {
        var request = SeriesForecasts.RequestOf(Counts, HistoryFrom, step, []);
        return Obstacle is { } obstacle
            ? new ForecastImpossible((ForecastObstacle)obstacle, LeastSeasons * request.SeasonLength, request.Values.Length)
            : Report(request, ForecastDetail.Read(Detail!));
    }

    private ForecastReport Report(ForecastRequest request, StoredDetail detail) => new(
        request, Model!, Form, detail.IsFormAutomatic, detail.Parameters, [.. Mean!.Select(value => (double)value)], Bands, detail.Track, [], detail.Members)
    {
        Adjustments = detail.Adjustments,
        Plain = detail.Plain,
    };

    private ImmutableArray<double> Bound(int index) => [.. Bounds.AsSpan(index * Mean!.Length, Mean.Length).ToArray().Select(value => (double)value)];
}
