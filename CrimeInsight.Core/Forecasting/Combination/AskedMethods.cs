using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>What the methods asked about one series have said so far, sorted by what it is for.</summary>
/// <param name="origins">History lengths of the earlier forecasts.</param>
/// <param name="task">Of the earlier forecasts.</param>
internal sealed class AskedMethods(ForecastRequest request, Range origins, ForecastTask task)
{
    private readonly ForecastTask _final = task with { Paths = MethodChoice.Paths(request, final: true), IsFinal = true };

    /// <summary>Every method that worked at every origin.</summary>
    public List<MethodRun> Runs { get; } = [];

    /// <summary>Those that can be combined.</summary>
    public List<MemberRun> Members { get; } = [];

    /// <summary>Plain rules; with auto only.</summary>
    public List<MemberRun> Rules { get; } = [];

    /// <summary>The method asked for by name.</summary>
    public MethodForecast? Chosen { get; private set; }

    /// <summary>Its earlier forecasts.</summary>
    public ImmutableArray<PastForecast> ChosenPast { get; private set; } = [];

    /// <param name="seen">The history as earlier origins saw it.</param>
    /// <param name="now">The history as it is seen now.</param>
    public void Ask(IForecastMethod method, ReadOnlySpan<double> seen, ReadOnlySpan<double> now)
    {
        var run = RollingOrigin.Run(seen, method, task, origins, request.AreCounts, out var fit);
        if (run is not null)
            Runs.Add(run);
        var isMember = method.IsMember && run is not null;
        var isChosen = method.Name == request.Model.Name;
        var isRule = method.IsBaseline && request.Model.IsAuto && run is not null;
        if (!isMember && !isRule && !isChosen)
            return;
        if (method.Fit(now, _final, fit)?.Predict(now, _final) is not { } forecast)
            return;
        if (request.AreCounts)
            forecast.CutAtZero();
        if (isChosen)
            (Chosen, ChosenPast) = (forecast, Past(run));
        else if (IsFinite(forecast) && Array.TrueForAll(run!.Forecasts, IsFinite))
            Keep(MemberRun.Of(run, forecast), isMember, isRule);
    }

    private void Keep(MemberRun member, bool isMember, bool isRule)
    {
        if (isMember)
            Members.Add(member);
        if (isRule)
            Rules.Add(member);
    }

    private ImmutableArray<PastForecast> Past(MethodRun? run) => run is null
        ? []
        : [.. run.Forecasts.Select((forecast, i) => new PastForecast(origins.Start.Value + i, [.. forecast.Mean], forecast.ToBands(request.LevelsPercent)))];

    private static bool IsFinite(MethodForecast forecast) =>
        Array.TrueForAll(forecast.Mean, double.IsFinite) && Array.TrueForAll(forecast.Deviations, double.IsFinite);
}
