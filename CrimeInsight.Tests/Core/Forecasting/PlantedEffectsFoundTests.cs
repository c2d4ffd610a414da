using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Tests.Core.Demo;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>What the demo data plant in time is found in months and days of the whole country, drawn anew ten times at full size.</summary>
public sealed class PlantedEffectsFoundTests
{
    private const int Draws = 10;
    private const double FullSize = 1_200_000;
    private static readonly DateOnly s_from = new(2020, 1, 1);
    private static readonly Festival[] s_festivals =
        [.. DemoSeed.Rows("holidays.csv")
            .Select(row => new Festival(row["key"], DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture)))];

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
    public void Run_Snatching_FindsThatItBegan() =>
        Assert.All(Reports("snatching"), report => Assert.Equal(EffectVerdict.Present, report.ShiftFindings[0].Verdict));

    /// <summary>A few days of a festival drown in a month, not among days; and Holi is in March every year, but not on the same day.</summary>
    [Theory]
    [InlineData("simple-hurt", "holi", 0.7, 1.05)]
    [InlineData("simple-hurt", "new-year", 0.25, 0.5)]
    [InlineData("other-theft", "diwali", 0.2, 0.4)]
    public void Find_ByDay_FindsShortFestivals(string head, string festival, double least, double most)
    {
        var findings = ByDay(head).ConvertAll(found => found.Single(finding => finding.Key == festival));
        Assert.InRange(findings.Count(finding => finding.Verdict == EffectVerdict.Present), 8, Draws);
        Assert.InRange(findings.Average(finding => finding.Estimate!.Effect), least, most);
    }

    /// <summary>Negative control: where none is planted, hardly any is found.</summary>
    [Fact]
    public void Find_ByDayWithoutFestivals_HardlyFindsOne() =>
        Assert.InRange(ByDay("cheating").Count(found => found.Any(finding => finding.Verdict == EffectVerdict.Present)), 0, 2);

    private static List<ImmutableArray<FestivalFinding>> ByDay(string head)
    {
        var expected = ExpectedByDay(head);
        return
        [
            .. Enumerable.Range(0, Draws).Select(draw =>
            {
                var random = new Random(77 + 7919 * draw);
                return Assert.NotNull(
                    DailyFestivals.Find(s_from, [.. expected.Select(mean => Drawn(mean, random))], s_festivals, TestContext.Current.CancellationToken));
            }),
        ];
    }

    private static List<DecompositionReport> Reports(string head)
    {
        var months = new double[60];
        var days = ExpectedByDay(head);
        for (var day = 0; day < days.Length; day++)
            months[12 * (s_from.AddDays(day).Year - s_from.Year) + s_from.AddDays(day).Month - 1] += days[day];
        var calendar = new SeriesCalendar(s_from, SeriesStep.Month, [.. s_festivals], KnownShifts.Days);
        return
        [
            .. Enumerable.Range(0, Draws).Select(draw =>
            {
                var random = new Random(77 + 7919 * draw);
                return Assert.IsType<DecompositionReport>(SeriesDecomposition.Run([.. months.Select(mean => Drawn(mean, random))], calendar));
            }),
        ];
    }

    private static double Drawn(double mean, Random random) =>
        Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Normal.Quantile(0.0005 + 0.999 * random.NextDouble())));

    private static double[] ExpectedByDay(string head)
    {
        var sample = DemoSample.All;
        var sum = new double[new DateOnly(2025, 1, 1).DayNumber - s_from.DayNumber];
        foreach (var state in sample.Inputs.Districts.Select(district => district.StateCode).Distinct())
        {
            var days = sample.Generator.Truth.ExpectedByDay(state, head);
            for (var day = 0; day < days.Length; day++)
                sum[day] += days[day] * FullSize / sample.Incidents.Length;
        }

        return sum;
    }
}
