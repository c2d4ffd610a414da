using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Combination;

/// <summary>Makes the report of one series from what its methods say and what a panel taught.</summary>
internal static class ReportWriter
{
    /// <summary>Members that contribute less are not named.</summary>
    private const double LeastNamedWeight = 0.005;

    /// <summary>Between these means per step the ends of intervals are whole cases, rounded so that the case nearest to an end is inside.</summary>
    private const double LeastWhole = 1;

    private const double MostWhole = 10;

    public static ForecastOutcome Write(SeriesRun run, ForecastCalibration calibration)
    {
        var request = run.Request;
        if (!request.Model.IsAuto)
            return run.Chosen is { } chosen ? Named(run, chosen) : DoesNotFit(request);
        if (run.Members.IsEmpty)
            return DoesNotFit(request);
        var band = calibration.BandOf(run.Volume);
        var combined = Say(run, band.Weights, calibration.BandOf);
        var shown = band.Plain is { IsRuleBetter: true } plain && PlainRules.Only(run, plain.Rule) is { } rule
            ? Say(rule, [new MemberWeight(plain.Rule, 1)], _ => band with { Levels = band.PlainLevels, UsualMiss = 0 })
            : combined;
        Said[] said = shown == combined ? [shown] : [shown, combined];
        return new ForecastReport(
            request,
            shown.Name,
            null,
            false,
            [],
            [.. shown.Final.Mean],
            shown.Final.ToBands(request.LevelsPercent),
            run.ToRecord(
                [.. run.Records.Where(record => said.All(one => one.Name != record.Method)), .. said.Where(one => one.Past.Length > 0)
                    .Select(one => Own(run, one))]),
            [.. shown.Past.Select((forecast, i) => new PastForecast(run.Origins.Start.Value + i, [.. forecast.Mean], forecast.ToBands(request.LevelsPercent)))],
            shown.Members) { Adjustments = run.Adjustments, Plain = band.Plain };
    }

    /// <summary>What the members of a run say together, now and at every origin, with the interval factors of the volume known then.</summary>
    private static Said Say(SeriesRun run, ImmutableArray<MemberWeight> weights, Func<double, BandCalibration> bandOf)
    {
        var request = run.Request;
        var combination = new SeriesCombination(run, Combiner.Effective(run, weights));
        var widths = combination.OwnWidths(volume => bandOf(volume).UsualMiss);
        var (mean, deviations) = (new double[request.Horizon], new double[request.Horizon]);
        combination.Final(mean, deviations);
        var final = Calibrated(run, request.Values.Length, bandOf, widths[^1], mean, deviations);
        var past = Enumerable.Range(0, run.OriginCount)
            .Select(origin =>
                Calibrated(run, run.Origins.Start.Value + origin, bandOf, widths[origin], combination.Mean(origin), combination.Deviations(origin)))
            .ToArray();
        return new Said(PlainRules.IsPlain(run) ? run.Members[0].Name : ForecastModel.AutoName, final, past, Members(run, combination.Weights));
    }

    private static ForecastImpossible DoesNotFit(ForecastRequest request) =>
        new(ForecastObstacle.ModelDoesNotFit, MethodChoice.LeastLength(request), request.Values.Length);

    private static ForecastReport Named(SeriesRun run, MethodForecast chosen) => new(
        run.Request,
        run.Request.Model.Name,
        chosen.Form,
        MethodChoice.IsFormAutomatic(run.Request, chosen.Form),
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

    private static MethodRecord Own(SeriesRun run, Said said)
    {
        var score = new MethodScore(run.Request.LevelsPercent);
        for (var i = 0; i < said.Past.Length; i++)
        {
            var known = run.Origins.Start.Value + i;
            score.Add(said.Past[i], run.Request.Values.AsSpan()[known..], SeasonalScale.Of(run.Request.Values.AsSpan()[..known], run.Request.SeasonLength));
        }

        return score.ToRecord(said.Name, isBaseline: said.Name != ForecastModel.AutoName);
    }

    /// <summary>Copies what it is given: the caller uses it again.</summary>
    /// <param name="known">Length of the history it was said after.</param>
    /// <param name="width">What the series' own record makes of its deviations.</param>
    private static MethodForecast Calibrated(
        SeriesRun run, int known, Func<double, BandCalibration> bandOf, double width, ReadOnlySpan<double> mean, ReadOnlySpan<double> deviations)
    {
        var (request, volume) = (run.Request, run.VolumeAt(known));
        var band = bandOf(volume);
        var isWhole = run.AreWholeCounts && volume is >= LeastWhole and < MostWhole;
        var lower = new double[request.LevelsPercent.Length][];
        var upper = new double[request.LevelsPercent.Length][];
        for (var level = 0; level < lower.Length; level++)
        {
            var percent = request.LevelsPercent[level];
            var factors = band.Levels.FirstOrDefault(one => one.LevelPercent == percent) ?? VolumeBands.PriorFactors(percent, band.FromVolume);
            lower[level] = new double[mean.Length];
            upper[level] = new double[mean.Length];
            for (var step = 0; step < mean.Length; step++)
            {
                var low = mean[step] - factors.Lower[Math.Min(step, factors.Lower.Length - 1)] * width * deviations[step];
                var high = mean[step] + factors.Upper[Math.Min(step, factors.Upper.Length - 1)] * width * deviations[step];
                lower[level][step] = isWhole ? Math.Min(mean[step], Math.Floor(low + 0.5)) : low;
                upper[level][step] = isWhole ? Math.Max(mean[step], Math.Ceiling(high - 0.5)) : high;
            }
        }

        var forecast = new MethodForecast(null, [], mean.ToArray(), deviations.ToArray(), lower, upper);
        if (request.AreCounts)
            forecast.CutAtZero();
        return forecast;
    }

    /// <summary>What is shown, or could be: its name, forecast now and at every origin, and who made it.</summary>
    private sealed record Said(string Name, MethodForecast Final, MethodForecast[] Past, ImmutableArray<MemberWeight> Members);
}
