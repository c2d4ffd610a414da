using System.Globalization;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Tests.Core.Demo;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>What the demo data plant in time is found in months and weeks of the whole country, drawn anew ten times at full size.</summary>
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

    /// <summary>Two or a few days of a festival drown in a month, not in a week; Holi is in March every year, but not in the same week.</summary>
    [Theory]
    [InlineData("simple-hurt", "holi", 0.10, 0.26)]
    [InlineData("other-theft", "diwali", 0.20, 0.40)]
    [InlineData("auto-theft", "diwali", 0.20, 0.40)]
    public void Run_ByWeek_FindsShortFestivals(string head, string festival, double least, double most)
    {
        var findings = Reports(head, SeriesStep.Week).ConvertAll(report => report.FestivalFindings.Single(finding => finding.Key == festival));
        Assert.InRange(findings.Count(finding => finding.Verdict == EffectVerdict.Present), 9, Draws);
        Assert.InRange(findings.Average(finding => finding.Estimate!.Effect), least, most);
    }

    /// <summary>Negative control: where none is planted, hardly any is found.</summary>
    [Fact]
    public void Run_ByWeekWithoutFestivals_HardlyFindsOne() => Assert.InRange(
        Reports("robbery", SeriesStep.Week).Count(report => report.FestivalFindings.Any(finding => finding.Verdict == EffectVerdict.Present)), 0, 2);

    private static List<DecompositionReport> Reports(string head, SeriesStep step = SeriesStep.Month)
    {
        var calendar = new SeriesCalendar(
            step == SeriesStep.Month ? new(2020, 1, 1) : new(2020, 1, 6),
            step,
            [.. DemoSeed.Rows("holidays.csv").Select(row => new Festival(row["key"], DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture)))],
            KnownShifts.Days);
        var expected = Expected(head, calendar);
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

    private static double[] Expected(string head, SeriesCalendar calendar)
    {
        var (sample, steps) = (DemoSample.All, new double[calendar.IndexOf(new(2025, 1, 1))]);
        foreach (var state in sample.Inputs.Districts.Select(district => district.StateCode).Distinct())
        {
            var days = sample.Generator.Truth.ExpectedByDay(state, head);
            for (var day = 0; day < days.Length; day++)
            {
                var step = calendar.IndexOf(new DateOnly(2020, 1, 1).AddDays(day));
                if ((uint)step < (uint)steps.Length)
                    steps[step] += days[day] * FullSize / sample.Generator.Request.Incidents;
            }
        }

        return steps;
    }
}
