using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>
/// Everything the methods say about one series, before any of them is chosen: over the rolling origins and for the future.
/// </summary>
/// <param name="Volume">Mean of the last two seasons: decides what is combined.</param>
/// <param name="Origins">History lengths of the earlier forecasts.</param>
/// <param name="Members">Methods that can be combined and worked at every origin.</param>
/// <param name="Chosen">Forecast of the method asked for by name, with its own intervals; null with auto.</param>
/// <param name="ChosenPast">Its earlier forecasts.</param>
/// <param name="Records">Past errors of every method that worked at every origin, against what came.</param>
/// <param name="Adjustments">What was taken out of the history before the methods saw it for the future.</param>
internal sealed record SeriesRun(
    ForecastRequest Request,
    double Volume,
    Range Origins,
    ImmutableArray<MemberRun> Members,
    MethodForecast? Chosen,
    ImmutableArray<PastForecast> ChosenPast,
    ImmutableArray<MethodRecord> Records,
    ImmutableArray<SeriesAdjustment> Adjustments)
{
    private const int YearWithoutSeason = 12;
    private const int VolumeSeasons = 2;

    /// <summary>Plain rules that worked at every origin; with auto only.</summary>
    public ImmutableArray<MemberRun> Rules { get; init; } = [];

    /// <summary>What came, but for gross errors, which stand as the methods see them: what is learned is learned from this.</summary>
    public ImmutableArray<double> Came { get; init; } = Request.Values;

    /// <summary>Cases were counted, not measured.</summary>
    public bool AreWholeCounts { get; } = Request.AreCounts && Request.Values.All(value => value == Math.Floor(value));

    public int OriginCount => Origins.End.Value - Origins.Start.Value;

    /// <summary>Asks the methods; the request must be long enough.</summary>
    public static SeriesRun Make(ForecastRequest request)
    {
        var series = request.Values.AsSpan();
        var (came, replaced) = GrossErrors.Replace(request);
        var volume = VolumeOf(came, VolumeSeasons * SeasonOf(request));
        var paths = MethodChoice.Paths(request, final: false);
        var task = new ForecastTask(request.SeasonLength, request.Horizon, request.LevelsPercent, request.Seed, paths, IsFinal: false)
        {
            Detail = request.Model.Detail,
            Calendar = request.Calendar,
        };
        var origins = RollingOrigin.Origins(series.Length, MethodChoice.LeastLength(request), request.Horizon);
        var models = MethodChoice.HasModels(request, volume);
        var seen = models && origins.Start.Value < origins.End.Value ? PreparedHistory.Of(request, came, origins.Start.Value).Values : came;
        var now = models ? PreparedHistory.Of(request, came, series.Length) : new PreparedHistory(came, []);
        var asked = new AskedMethods(request, origins, task);
        foreach (var method in MethodChoice.For(request, volume))
            asked.Ask(method, seen, now.Values);
        return new SeriesRun(
            request,
            volume,
            origins,
            [.. asked.Members],
            asked.Chosen,
            asked.ChosenPast,
            RollingOrigin.Score(series, asked.Runs, task, origins).Methods,
            [.. replaced, .. now.Adjustments]) { Rules = [.. asked.Rules], Came = replaced.IsEmpty ? request.Values : [.. came] };
    }

    public TrackRecord ToRecord(ImmutableArray<MethodRecord> records) => RollingOrigin.Describe(Request.Values.Length, Request.Horizon, Origins, records);

    /// <summary>Mean of the last season known at a moment: decides how wide intervals are.</summary>
    /// <param name="known">Length of the history known, 1 or more.</param>
    public double VolumeAt(int known) => VolumeOf(Came.AsSpan()[..known], SeasonOf(Request));

    private static int SeasonOf(ForecastRequest request) => request.SeasonLength > 1 ? request.SeasonLength : YearWithoutSeason;

    private static double VolumeOf(ReadOnlySpan<double> known, int window)
    {
        var last = known[^Math.Min(known.Length, window)..];
        var sum = 0.0;
        foreach (var value in last)
            sum += Math.Abs(value);
        return sum / last.Length;
    }
}
