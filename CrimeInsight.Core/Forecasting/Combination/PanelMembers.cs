using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Boosting;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Adds what one model over all series of a panel says to what each series' own methods say.</summary>
internal static class PanelMembers
{
    /// <summary>Fewer series teach a common model less than each teaches its own.</summary>
    private const int LeastSeries = 50;

    /// <summary>Runs in place. Without LightGBM's system library the panel goes on without the model.</summary>
    public static void Add(SeriesRun?[] runs, CancellationToken cancellationToken)
    {
        var panels = Enumerable.Range(0, runs.Length)
            .Where(i => runs[i] is { Request.Model.IsAuto: true } run && MethodChoice.HasModels(run.Request, run.Volume))
            .GroupBy(i => runs[i]!.Request.SeasonLength)
            .Where(panel => panel.Count() >= LeastSeries);
        foreach (var panel in panels)
        {
            int[] places = [.. panel];
            ImmutableArray<BoostingRun?> boosted;
            try
            {
                boosted = GlobalBoosting.Run([.. places.Select(i => Seen(runs[i]!))], [.. places.Select(i => runs[i]!.Origins)], null, cancellationToken);
            }
            catch (DllNotFoundException)
            {
                return;
            }

            for (var k = 0; k < places.Length; k++)
            {
                if (boosted[k] is { } run)
                    runs[places[k]] = With(runs[places[k]]!, run);
            }
        }
    }

    /// <summary>The request with the values that methods see.</summary>
    private static ForecastRequest Seen(SeriesRun run) => run.Came == run.Request.Values
        ? run.Request
        : new ForecastRequest(run.Came, run.Request.Horizon, run.Request.SeasonLength, run.Request.LevelsPercent, run.Request.Model, run.Request.AreCounts,
            run.Request.Seed, run.Request.Calendar);

    private static SeriesRun With(SeriesRun run, BoostingRun boosted)
    {
        var request = run.Request;
        MethodForecast[] past = [.. boosted.AtOrigins];
        if (request.AreCounts)
        {
            foreach (var forecast in past.Append(boosted.Final))
                forecast.CutAtZero();
        }

        var method = new MethodRun(GlobalBoosting.MethodName, false, past);
        var task = new ForecastTask(request.SeasonLength, request.Horizon, request.LevelsPercent, request.Seed, 0, IsFinal: false);
        return run with
        {
            Members = run.Members.Add(MemberRun.Of(method, boosted.Final)),
            Records = run.Records.AddRange(RollingOrigin.Score(request.Values.AsSpan(), [method], task, run.Origins).Methods),
        };
    }
}
