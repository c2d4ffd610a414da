using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods.Boosting;

/// <summary>
/// One gradient-boosted model for all series of a panel (ML.NET LightGBM): direct forecasts, the step being a feature, of
/// targets over the series' own level. Three models are grown, from what was known at the first origin, midway, and now; an
/// origin uses the latest model that knew no later value, so no forecast has seen its own future. Errors, by level and
/// step, are those on a fifth of the series that the trees never saw; intervals are normal with them. Deterministic by
/// seed; one thread; about 5 s for 7,500 series of 60 months.
/// References: Ke et al. (2017), LightGBM, NIPS 30; Montero-Manso and Hyndman (2021), Principles and algorithms for
/// forecasting groups of time series: locality and globality, doi:10.1016/j.ijforecast.2021.03.004.
/// </summary>
internal static class GlobalBoosting
{
    public const string MethodName = "boosting";

    /// <param name="requests">Of one season length; horizons and levels may differ.</param>
    /// <param name="origins">Per request, the history lengths at which to forecast, besides its end.</param>
    /// <param name="relatives">Per request; null: none.</param>
    /// <returns>Per request; null for a series that is too short or all zero, and for all when the panel is too small to learn from.</returns>
    /// <exception cref="DllNotFoundException">LightGBM's library, or libgomp which it needs, is not installed.</exception>
    public static ImmutableArray<BoostingRun?> Run(
        IReadOnlyList<ForecastRequest> requests, IReadOnlyList<Range> origins, IReadOnlyList<SeriesRelatives>? relatives, CancellationToken cancellationToken)
    {
        if (origins.Count != requests.Count || (relatives is not null && relatives.Count != requests.Count))
            throw new ArgumentException(
                $"There are {requests.Count} requests, {origins.Count} ranges of origins and {relatives?.Count} relatives; give one of each per request.",
                nameof(origins));
        if (requests.Count == 0)
            return [];
        if (requests.Any(request => request.SeasonLength != requests[0].SeasonLength))
            throw new ArgumentException("All series of a panel need one season length; run months and weeks apart.", nameof(requests));
        var panel = new BoostingPanel(requests, relatives);
        var models = Train(panel, requests, origins, cancellationToken);
        return [.. requests.Select((request, series) => models.Count == 0 ? null : Forecast(panel, models, request, series, origins[series]))];
    }

    /// <summary>Models by the moment up to which they know values.</summary>
    private static SortedList<int, BoostingModel> Train(
        BoostingPanel panel, IReadOnlyList<ForecastRequest> requests, IReadOnlyList<Range> origins, CancellationToken cancellationToken)
    {
        int first = int.MaxValue, last = int.MinValue;
        for (var series = 0; series < panel.Count; series++)
        {
            last = Math.Max(last, panel.Clock(series, requests[series].Values.Length));
            if (Length(origins[series]) > 0)
                first = Math.Min(first, panel.Clock(series, origins[series].Start.Value));
        }

        first = Math.Min(first, last);
        var horizon = requests.Max(request => request.Horizon);
        var models = new SortedList<int, BoostingModel>();
        foreach (var clock in new[] { first, first + (last - first) / 2, last }.Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (BoostingModel.Train(panel, clock, horizon, requests[0].Seed) is { } model)
                models.Add(clock, model);
        }

        return models;
    }

    private static BoostingRun? Forecast(BoostingPanel panel, SortedList<int, BoostingModel> models, ForecastRequest request, int series, Range origins)
    {
        var task = new ForecastTask(request.SeasonLength, request.Horizon, request.LevelsPercent, request.Seed, 0, IsFinal: true);
        var atOrigins = ImmutableArray.CreateBuilder<MethodForecast>(Length(origins));
        for (var origin = origins.Start.Value; origin < origins.End.Value; origin++)
        {
            if (At(panel, models, series, origin, task) is not { } forecast)
                return null;
            atOrigins.Add(forecast);
        }

        return At(panel, models, series, request.Values.Length, task) is { } final ? new BoostingRun(atOrigins.MoveToImmutable(), final) : null;
    }

    private static MethodForecast? At(BoostingPanel panel, SortedList<int, BoostingModel> models, int series, int origin, ForecastTask task)
    {
        var clock = panel.Clock(series, origin);
        var model = models.LastOrDefault(pair => pair.Key <= clock).Value;
        if (model is null || origin < panel.LeastHistory || panel[series].Scale(origin) <= 0)
            return null;
        double[] mean = new double[task.Horizon], deviations = new double[task.Horizon];
        Span<float> features = stackalloc float[panel.FeatureCount];
        for (var step = 1; step <= task.Horizon; step++)
        {
            mean[step - 1] = model.Predict(series, origin, step, features);
            deviations[step - 1] = model.Deviation(series, origin, step);
        }

        return MethodForecast.Normal(null, [], mean, deviations, task);
    }

    private static int Length(Range origins) => origins.End.Value - origins.Start.Value;
}
