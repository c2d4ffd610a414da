using System.Globalization;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Tests.Core.Demo;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>What the demo data plant in time is found in months of the whole country, drawn anew ten times at full size.</summary>
public sealed class PlantedEffectsFoundTests
{
    private const int Draws = 10;
    private const double FullSize = 1_200_000;

    [Fact]
    public void Run_Gambling_FindsDiwaliAndNoShift()
    {
        var reports = Reports("gambling");
        Assert.All(reports, report => Assert.Equal(EffectVerdict.Present, report.FestivalFindings.Single(finding => finding.Key == "diwali").Verdict));
        Assert.InRange(reports.Average(report => report.FestivalFindings.Single(finding => finding.Key == "diwali").Estimate!.Effect), 0.25, 0.40);
        Assert.InRange(reports.Count(report => report.ShiftFindings[0].Verdict == EffectVerdict.Present), 0, 3);
        Assert.All(reports, report => Assert.True(report.SeasonFinding.IsPresent));
    }

    [Fact]
    public void Run_Robbery_FindsTheReclassificationAndHardlyAnyFestival()
    {
        var reports = Reports("robbery");
        Assert.InRange(reports.Count(report => report.ShiftFindings[0].Verdict == EffectVerdict.Present), 7, Draws);
        Assert.InRange(reports.Average(report => report.ShiftFindings[0].Estimate!.Effect), -0.42, -0.24);
        Assert.InRange(reports.Count(report => report.FestivalFindings.Any(finding => finding.Verdict == EffectVerdict.Present)), 0, 2);
    }

    [Fact]
    public void Run_Snatching_FindsThatItBegan() => Assert.All(Reports("snatching"), report => Assert.Equal(EffectVerdict.Present, report.ShiftFindings[0].Verdict));

    private static List<DecompositionReport> Reports(string head)
    {
        var calendar = new SeriesCalendar(
            new(2020, 1, 1),
            SeriesStep.Month,
            [.. DemoSeed.Rows("holidays.csv").Select(row => new Festival(row["key"], DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture)))],
            KnownShifts.Days);
        var expected = Expected(head);
        return
        [
            .. Enumerable.Range(0, Draws).Select(draw =>
            {
                var random = new Random(77 + 7919 * draw);
                double Drawn(double mean) => Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Normal.Quantile(0.0005 + 0.999 * random.NextDouble())));
                return Assert.IsType<DecompositionReport>(SeriesDecomposition.Run([.. expected.Select(Drawn)], calendar));
            }),
        ];
    }

    private static double[] Expected(string head)
    {
        var (sample, months) = (DemoSample.All, new double[60]);
        foreach (var state in sample.Inputs.Districts.Select(district => district.StateCode).Distinct())
        {
            var days = sample.Generator.Truth.ExpectedByDay(state, head);
            for (var day = 0; day < days.Length; day++)
            {
                var date = new DateOnly(2020, 1, 1).AddDays(day);
                months[12 * (date.Year - 2020) + date.Month - 1] += days[day] * FullSize / sample.Generator.Request.Incidents;
            }
        }

        return months;
    }
}
