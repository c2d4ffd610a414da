using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class SeriesDecompositionTests
{
    private const int Months = 60;
    private static readonly DateOnly s_from = new(2020, 1, 1);
    private static readonly DateOnly s_bns = new(2024, 7, 1);
    private static readonly Festival[] s_festivals =
    [
        .. Days("diwali", "2020-11-14", "2021-11-04", "2022-10-24", "2023-11-12", "2024-10-31", "2025-10-20"),
        .. Days("holi", "2020-03-10", "2021-03-29", "2022-03-18", "2023-03-08", "2024-03-25", "2025-03-14"),
        .. Days("id-ul-fitr", "2020-05-25", "2021-05-14", "2022-05-03", "2023-04-22", "2024-04-11", "2025-03-31"),
    ];

    private static SeriesCalendar Calendar => new(s_from, SeriesStep.Month, [.. s_festivals], [s_bns]);

    /// <summary>R: exact generalised least squares at the ratio its arima(0,1,1) with the same regressors chose.</summary>
    [Fact]
    public void FitAt_SeatBeltLaw_EqualsReference()
    {
        var fit = SeatBelts().FitAt(0.133340515073151);
        Assert.NotNull(fit);
        Assert.Equal(-0.239775026963234, fit.Coefficients[^1], 1e-9);
        Assert.Equal(0.0536640729712337, fit.Error(11), 1e-9);
        Assert.Equal(1.39606095541113e-05, fit.PValue(11), 1e-13);
        Assert.Equal(179, fit.DegreesOfFreedom);
        var (statistic, p) = fit.Together(11);
        Assert.Equal(41.4951948609567, statistic, 1e-7);
        Assert.Equal(1, p / 1.7376311443167e-43, 1e-6);
    }

    [Fact]
    public void Fit_SeatBeltLaw_FindsTheMostLikelyRatio() => Assert.Equal(0.125159501213349, SeatBelts().Fit()!.Ratio, 1e-4);

    [Fact]
    public void FitAt_PerturbedSeries_MissesReference() => Assert.NotEqual(-0.239775026963234, SeatBelts(0.1).FitAt(0.133340515073151)!.Coefficients[^1], 1e-4);

    /// <summary>R: tseries::kpss.test, short lags; its table ends at 0.347 = 10 %, 0.463 = 5 %, 0.739 = 1 %.</summary>
    [Fact]
    public void LevelStationarity_PublicSeries_EqualsReference()
    {
        Assert.Equal(0.965434907752661, LevelStationarity.Test(ForecastReference.Series["nile"].Values).Statistic, 1e-12);
        Assert.Equal(0.0320533940093771, LevelStationarity.Test(ForecastReference.Series["nottem"].Values).Statistic, 1e-9);
        Assert.Equal(0.10, LevelStationarity.UpperTail(0.34730), 1e-4);
        Assert.Equal(0.05, LevelStationarity.UpperTail(0.46136), 1e-4);
        Assert.Equal(0.01, LevelStationarity.UpperTail(0.74346), 1e-4);
    }

    [Fact]
    public void StudentT_Tails_EqualReference()
    {
        Assert.Equal(0.0409922185857529, StudentT.TwoSidedP(-2.5, 7), 1e-14);
        Assert.Equal(1, StudentT.TwoSidedP(40, 33) / 1.53030844117123e-29, 1e-10);
        Assert.Equal(0.00260000104355961, StudentT.FisherUpperTail(3.2, 11, 47), 1e-14);
        Assert.Equal(0.753148780206553, StudentT.FisherUpperTail(0.4, 3, 200), 1e-13);
        Assert.Equal(2.5, StudentT.TwoSidedQuantile(0.0409922185857529, 7), 1e-12);
    }

    [Fact]
    public void Holm_WorkedExample_StepsDown() => Assert.Equal([0.03, 0.06, 0.06, 0.02], MultipleTesting.Holm([0.01, 0.04, 0.03, 0.005]));

    [Fact]
    public void Run_PlantedEffects_AreFoundAndOthersAreNot()
    {
        var report = Report(Series(seed: 4, diwali: 0.5, shift: -0.35, season: 0.15));
        Assert.True(report.IsMultiplicative);
        Assert.True(report.SeasonFinding.IsPresent);
        var diwali = report.FestivalFindings.Single(finding => finding.Key == "diwali");
        Assert.Equal(EffectVerdict.Present, diwali.Verdict);
        Assert.InRange(0.5, diwali.Estimate!.Lower95, diwali.Estimate.Upper95);
        Assert.Equal(EffectVerdict.NotSeparable, report.FestivalFindings.Single(finding => finding.Key == "holi").Verdict);
        Assert.Equal(EffectVerdict.NotSignificant, report.FestivalFindings.Single(finding => finding.Key == "id-ul-fitr").Verdict);
        var shift = Assert.Single(report.ShiftFindings);
        Assert.Equal(EffectVerdict.Present, shift.Verdict);
        Assert.Equal(6, shift.StepsAfter);
        Assert.InRange(-0.35, shift.Estimate!.Lower95, shift.Estimate.Upper95);
    }

    [Fact]
    public void Run_AnySeries_ComponentsAddUp()
    {
        foreach (var scale in new[] { 1.0, 0.004 })
        {
            var report = Report([.. Series(5, 0.5, -0.4, 0.2).Select(value => Math.Round(scale * value))]);
            Assert.Equal(scale == 1, report.IsMultiplicative);
            for (var t = 0; t < Months; t++)
                Assert.Equal(report.Values[t], report.Trend[t] + report.Shifts[t] + report.Season[t] + report.Festivals[t] + report.Remainder[t], 1e-9);
        }
    }

    [Fact]
    public void Run_UnusualMonth_IsReportedAndDoesNotBecomeAFestival()
    {
        var values = Series(seed: 8, diwali: 0, shift: 0, season: 0.1);
        values[28] *= 0.4;
        var report = Report(values);
        Assert.Contains(report.UnusualSteps, step => step.Index == 28 && step.Expected > 2 * step.Value && step.P < 0.01);
        Assert.DoesNotContain(report.FestivalFindings, finding => finding.Verdict == EffectVerdict.Present);
    }

    [Theory]
    [InlineData(24, -0.6)]
    [InlineData(30, 0.5)]
    public void Run_BreakNobodyAnnounced_IsFoundWhereItIs(int index, double effect)
    {
        var values = Series(seed: 9, diwali: 0, shift: 0, season: 0.1);
        for (var t = index; t < Months; t++)
            values[t] = Math.Round(values[t] * (1 + effect));
        var report = Report(values);
        var found = Assert.Single(report.ShiftFindings, finding => finding.IsFound);
        Assert.Equal(Calendar.DayOf(index), found.Day);
        Assert.InRange(effect, found.Estimate!.Lower95, found.Estimate.Upper95);
        Assert.Equal(
            report.Values[index], report.Trend[index] + report.Shifts[index] + report.Season[index] + report.Festivals[index] + report.Remainder[index], 1e-9);
        // The level itself jumped: the trend jumps there, and no shift is left to explain it.
        Assert.True(report.TrendFinding.IsPresent);
        Assert.All(report.Shifts, shift => Assert.Equal(0, shift));
        Assert.InRange(report.Trend[index] / report.Trend[index - 1] - 1, found.Estimate.Lower95 - 0.03, found.Estimate.Upper95 + 0.03);
    }

    /// <summary>The last four months fall by half: too few to say that the level is another, but not four accidents either.</summary>
    [Fact]
    public void Run_LastMonthsFall_AreNotTakenForAccidents()
    {
        var values = Series(seed: 10, diwali: 0, shift: 0, season: 0.1);
        for (var t = Months - 4; t < Months; t++)
            values[t] = Math.Round(values[t] / 2);
        Assert.InRange(Report(values).UnusualSteps.Count(step => step.Index >= Months - 6), 0, 1);
    }

    /// <summary>With no effect planted, each test errs in at most about 5 %: 200 series, binomial 99.9 % limit 21.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Run_NoEffects_RarelyFindsOne(double levelSteps)
    {
        int seasons = 0, festivals = 0, shifts = 0, breaks = 0, trends = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var report = Report(Series(seed, 0, 0, 0, levelSteps));
            seasons += report.SeasonFinding.IsPresent ? 1 : 0;
            trends += report.TrendFinding.IsPresent ? 1 : 0;
            festivals += report.FestivalFindings.Any(finding => finding.Verdict == EffectVerdict.Present) ? 1 : 0;
            breaks += report.ShiftFindings.Any(finding => finding.IsFound) ? 1 : 0;
            shifts += report.ShiftFindings[0].Verdict == EffectVerdict.Present ? 1 : 0;
        }

        Assert.True(seasons <= 21, $"seasons {seasons}");
        Assert.True(festivals <= 21, $"festivals {festivals}");
        Assert.True(shifts <= 21, $"shifts {shifts}");
        Assert.True(breaks <= 21, $"breaks {breaks}");
        Assert.True(levelSteps > 0 ? trends > 60 : trends <= 21, $"trends {trends}");
    }

    /// <summary>A head that the law created: nothing before, Poisson after. The shift is certain, festivals are not.</summary>
    [Fact]
    public void Run_HeadThatBeganWithTheLaw_FindsTheShiftOnly()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(1000 + 7919 * seed);
            var report = Report([.. Enumerable.Range(0, Months).Select(t => t < 54 ? 0 : Math.Round(100 + 10 * Gaussian(random)))]);
            Assert.Equal(EffectVerdict.Present, report.ShiftFindings[0].Verdict);
            Assert.DoesNotContain(report.FestivalFindings, finding => finding.Verdict == EffectVerdict.Present);
        }
    }

    [Fact]
    public void Of_CalendarOfManyFestivals_KeepsTheMainOnes()
    {
        var many = Calendar with { Festivals = [.. s_festivals, .. Enumerable.Range(0, 20).Select(i => new Festival($"day-{i}", new(2023, 1, 1 + i)))] };
        Assert.Equal(["diwali", "holi"], MainFestivals.Of(many).Festivals.Select(festival => festival.Key).Distinct());
        Assert.Equal(s_festivals.Length, MainFestivals.Of(Calendar).Festivals.Length);
    }

    [Fact]
    public void Run_ScaledSeries_SameFindings()
    {
        var values = Series(seed: 4, diwali: 0.5, shift: -0.35, season: 0.15);
        var (plain, scaled) = (Report(values), Report([.. values.Select(value => 7 * value)]));
        Assert.Equal(plain.SeasonFinding.P, scaled.SeasonFinding.P, 1e-9);
        Assert.Equal(plain.ShiftFindings[0].Estimate!.Effect, scaled.ShiftFindings[0].Estimate!.Effect, 1e-6);
        Assert.Equal(7 * plain.Trend[10], scaled.Trend[10], 1e-4);
    }

    [Fact]
    public void Run_ShortOrConstant_SaysWhy()
    {
        var tooShort = Assert.IsType<DecompositionImpossible>(SeriesDecomposition.Run(new double[23], Calendar));
        Assert.Equal((DecompositionObstacle.TooShort, 24, 23), (tooShort.Obstacle, tooShort.NeededLength, tooShort.AvailableLength));
        Assert.Equal(DecompositionObstacle.NeverVaries, Assert.IsType<DecompositionImpossible>(SeriesDecomposition.Run(new double[40], Calendar)).Obstacle);
        Assert.Contains("values",
            Assert.Throws<ArgumentOutOfRangeException>(() => SeriesDecomposition.Run([.. Enumerable.Repeat(-1.0, 23), .. new double[10]], Calendar)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TwoYears_FestivalsNeedMore() => Assert.All(
        Report(Series(1, 0.5, 0, 0.1)[..30]).FestivalFindings, finding => Assert.Equal(EffectVerdict.TooFewSteps, finding.Verdict));

    /// <summary>Diwali 2025 in October; moved to 12 November, its whole window leaves October.</summary>
    [Fact]
    public void WhatIf_FestivalMovesToNovember_MovesItsEffect()
    {
        var report = Report(Series(seed: 4, diwali: 0.5, shift: -0.35, season: 0.15));
        var forecast = Enumerable.Repeat(1000.0, 12).ToArray();
        var outcome = Assert.IsType<FestivalWhatIfReport>(
            FestivalWhatIf.Run(Effects(report), new(2025, 1, 1), forecast, "diwali", new(2025, 10, 20), new(2025, 11, 12)));
        var effect = outcome.Estimate.Effect;
        Assert.Equal(1000 / (1 + effect), outcome.Moved[9], 1e-6);
        Assert.Equal(1000 * (1 + effect), outcome.Moved[10], 1e-6);
        Assert.Equal(1000, outcome.Moved[8]);
        Assert.True(outcome.IsSignificant && outcome.Lower95[10] > 0 && outcome.Upper95[9] < 0 && outcome.Upper95[0] == 0);
        Assert.Equal(FestivalWhatIfObstacle.OutsideHorizon, Obstacle(report, "diwali", new(2026, 11, 8)));
        Assert.Equal(FestivalWhatIfObstacle.NotSeparable, Obstacle(report, "holi", new(2025, 4, 8)));
        Assert.Equal(FestivalWhatIfObstacle.UnknownFestival, Obstacle(report, "unknown", new(2025, 4, 8)));
    }

    private static FestivalEffects Effects(DecompositionReport report) => new(report.FestivalFindings, IsByDay: false, report.IsMultiplicative);

    private static FestivalWhatIfObstacle Obstacle(DecompositionReport report, string key, DateOnly day) =>
        Assert.IsType<FestivalWhatIfImpossible>(FestivalWhatIf.Run(Effects(report), new(2025, 1, 1), new double[12], key, new(2025, 10, 20), day)).Obstacle;

    private static DecompositionReport Report(double[] values) => Assert.IsType<DecompositionReport>(SeriesDecomposition.Run(values, Calendar));

    /// <summary>Counts around 1,000 a month with noise of 5 %; steps of the level as a multiple of the noise.</summary>
    private static double[] Series(int seed, double diwali, double shift, double season, double levelSteps = 0)
    {
        var random = new Random(1000 + 7919 * seed);
        var festival = CalendarExposure.Of(Calendar, s_festivals.Where(one => one.Key == "diwali").Select(one => one.Day), 5, 2, Months);
        var level = 0.0;
        return
        [
            .. Enumerable.Range(0, Months).Select(t =>
            {
                level += levelSteps * 0.05 * Gaussian(random);
                var effect = season * Math.Sin(2 * Math.PI * t / 12) + festival[t] * Math.Log(1 + diwali) + (t >= 54 ? Math.Log(1 + shift) : 0);
                return Math.Round(1000 * Math.Exp(level + effect + 0.05 * Gaussian(random)));
            }),
        ];
    }

    private static double Gaussian(Random random) => Normal.Quantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));

    private static LocalLevelRegression SeatBelts(double perturbation = 0)
    {
        var values = ForecastReference.Series["ukdriverdeaths_log"].Values.ToArray();
        values[100] += perturbation;
        var calendar = new SeriesCalendar(new(1969, 1, 1), SeriesStep.Month, [], []);
        return new LocalLevelRegression(
            values, [.. CalendarExposure.Season(calendar, values.Length), CalendarExposure.After(calendar, new(1983, 2, 1), values.Length)]);
    }

    private static IEnumerable<Festival> Days(string key, params string[] days) =>
        days.Select(day => new Festival(key, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
