using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Makes the report of one series from what its methods say and what a panel taught.</summary>
internal static class ReportWriter
{
    /// <summary>Members that contribute less are not named.</summary>
    private const double LeastNamedWeight = 0.005;

    public static ForecastOutcome Write(SeriesRun run, ForecastCalibration calibration)
    {
        var request = run.Request;
        if (!request.Model.IsAuto)
            return run.Chosen is { } chosen ? Named(run, chosen) : new ForecastImpossible(ForecastObstacle.ModelDoesNotFit, request.LeastLength, request.Values.Length);
        if (run.Members.IsEmpty)
            return new ForecastImpossible(ForecastObstacle.ModelDoesNotFit, request.LeastLength, request.Values.Length);
        var band = calibration.BandOf(run.Volume);
        var combination = new SeriesCombination(run, Combiner.Effective(run, band.Weights));
        var mean = new double[request.Horizon];
        var deviations = new double[request.Horizon];
        combination.Final(mean, deviations);
        var final = Calibrated(request, band, mean, deviations);
        var past = Enumerable.Range(0, run.OriginCount).Select(origin =>
        {
            combination.Past(origin, mean, deviations);
            return Calibrated(request, band, mean, deviations);
        }).ToArray();
        return new ForecastReport(
            request,
            ForecastModel.AutoName,
            null,
            false,
            [],
            [.. final.Mean],
            final.ToBands(request.LevelsPercent),
            run.ToRecord([.. run.Records, .. Own(run, past)]),
            [.. past.Select((forecast, i) => new PastForecast(run.Origins.Start.Value + i, [.. forecast.Mean], forecast.ToBands(request.LevelsPercent)))],
            Members(run, combination.Weights)) { Adjustments = run.Adjustments };
    }

    private static ForecastReport Named(SeriesRun run, MethodForecast chosen) => new(
        run.Request,
        run.Request.Model.Name,
        chosen.Form,
        chosen.Form is not null && run.Request.Model is { Form: null, Order: null },
        chosen.Parameters,
        [.. chosen.Mean],
        chosen.ToBands(run.Request.LevelsPercent),
        run.ToRecord(run.Records),
        run.ChosenPast,
        [new MemberWeight(run.Request.Model.Name, 1)]) { Adjustments = run.Adjustments };

    private static ImmutableArray<MemberWeight> Members(SeriesRun run, double[] weights)
    {
        var named = weights.Where(weight => weight >= LeastNamedWeight).Sum();
        return
        [
            .. run.Members
                .Select((member, i) => new MemberWeight(member.Name, weights[i]))
                .Where(member => member.Weight >= LeastNamedWeight)
                .Select(member => member with { Weight = member.Weight / named })
                .OrderByDescending(member => member.Weight),
        ];
    }

    private static IEnumerable<MethodRecord> Own(SeriesRun run, MethodForecast[] past)
    {
        if (past.Length == 0)
            yield break;
        var score = new MethodScore(run.Request.LevelsPercent);
        for (var i = 0; i < past.Length; i++)
        {
            var known = run.Origins.Start.Value + i;
            score.Add(past[i], run.Request.Values.AsSpan()[known..], SeasonalScale.Of(run.Request.Values.AsSpan()[..known], run.Request.SeasonLength));
        }

        yield return score.ToRecord(ForecastModel.AutoName, isBaseline: false);
    }

    /// <summary>Copies what it is given: the caller uses it again.</summary>
    private static MethodForecast Calibrated(ForecastRequest request, BandCalibration band, ReadOnlySpan<double> mean, ReadOnlySpan<double> deviations)
    {
        var lower = new double[request.LevelsPercent.Length][];
        var upper = new double[request.LevelsPercent.Length][];
        for (var level = 0; level < lower.Length; level++)
        {
            var percent = request.LevelsPercent[level];
            var factors = band.Levels.FirstOrDefault(known => known.LevelPercent == percent) ?? VolumeBands.PriorFactors(percent);
            lower[level] = new double[mean.Length];
            upper[level] = new double[mean.Length];
            for (var step = 0; step < mean.Length; step++)
            {
                lower[level][step] = mean[step] - factors.Lower[Math.Min(step, factors.Lower.Length - 1)] * deviations[step];
                upper[level][step] = mean[step] + factors.Upper[Math.Min(step, factors.Upper.Length - 1)] * deviations[step];
            }
        }

        var forecast = new MethodForecast(null, [], mean.ToArray(), deviations.ToArray(), lower, upper);
        if (request.AreCounts)
            forecast.CutAtZero();
        return forecast;
    }
}
