using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Statistics;
using MathNet.Numerics.Distributions;

namespace CrimeInsight.Tests.Core.Quality;

public sealed class QualityAnalysisTests
{
    private static readonly Month s_until = new(2024, 1);
    private static readonly Month s_from = s_until - 24;
    private static readonly QualitySettings s_settings = new();

    /// <summary>Ten places of 600 cases a year, half of them without an hour in one: only it is named, with the figures by hand.</summary>
    [Fact]
    public void Judge_OnePlaceWithoutHours_IsNamedFirst()
    {
        var counts = Steady(10, 50, (part, month) => part == 3 ? 25 : 5);
        var report = QualityAnalysis.Judge(Places(10), counts, s_from, s_until, s_settings);

        Assert.Equal("P3", report.Parts[0].Place.Code);
        Assert.Equal([QualityGap.Untimed], report.Parts[0].Gaps);
        Assert.Equal(new Proportion(300, 600), report.Parts[0].Shares[(int)QualityGap.Untimed]);
        Assert.All(report.Parts.Skip(1), part => Assert.Equal(0, part.Findings));
        Assert.Equal(new Proportion(9 * 60 + 300, 6000), report.Whole[(int)QualityGap.Untimed]);
        Assert.Equal((1, 6000L, 0L, 24), (report.Passed, report.Cases, report.WithoutPart, report.Months.Length));
    }

    /// <summary>A share above the others', but within the margin, is no finding, however many cases there are.</summary>
    [Fact]
    public void Judge_ShareWithinTheMargin_IsNoFinding()
    {
        var report = QualityAnalysis.Judge(Places(5), Steady(5, 5000, (part, _) => part == 0 ? 900 : 500), s_from, s_until, s_settings);
        Assert.Equal(0, report.Passed);
        Assert.True(report.Tests > 0);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(300, false)]
    public void Judge_MonthThatDoesNotFit_IsNamedWithWhatWasExpected(int cases, bool isSilence)
    {
        var last = s_until - 1;
        var counts = Steady(12, 40, (_, _) => 4).Select(count =>
            count.Part == 2 && count.Month == last
                ? count with { Cases = cases, Open = 0, Judged = 0, Timed = 0, Wanting = [.. new long[6]] }
                : count).ToList();
        var report = QualityAnalysis.Judge(Places(12), counts, s_from, s_until, s_settings);

        var found = Assert.Single(report.Parts[0].Breaks);
        Assert.Equal(("P2", last, (long)cases, isSilence), (report.Parts[0].Place.Code, found.Month, found.Cases, found.IsSilence));
        Assert.Equal(40, found.Expected, 1);
        Assert.Equal(1, report.Passed);
    }

    /// <summary>A season and growth that all share, a station that has just opened, and a month twice as full are no findings.</summary>
    [Fact]
    public void Judge_SeasonGrowthAndNewPlaces_AreNoFindings()
    {
        var counts = Enumerable.Range(0, 12).SelectMany(part => Enumerable.Range(0, 24).Where(month => part != 5 || month > 18).Select(month =>
        {
            var cases = (long)(30 * (1 + month / 12.0) * (1 + 0.6 * Math.Sin(month * Math.PI / 6)) * (part == 7 && month == 23 ? 2 : 1));
            return Count(part, s_from + month, cases, cases / 10);
        })).ToList();
        Assert.Equal(0, QualityAnalysis.Judge(Places(12), counts, s_from, s_until, s_settings).Passed);
    }

    /// <summary>On counts that vary more than Poisson's and shares that differ by chance alone, hardly a report names anything.</summary>
    [Fact]
    public void Judge_NothingButNoise_RarelyNamesAnything()
    {
        var random = new Random(7);
        var named = Enumerable.Range(0, 60).Count(_ =>
        {
            var levels = Enumerable.Range(0, 60).Select(_ => Math.Exp(1.5 + 1.2 * random.NextDouble() * 2)).ToArray();
            var counts = levels.SelectMany((level, part) => Enumerable.Range(0, 24).Select(month =>
            {
                var cases = Poisson.Sample(random, Gamma.Sample(random, 8, 8) * level);
                return Count(part, s_from + month, cases, cases == 0 ? 0 : Binomial.Sample(random, 0.15, cases));
            })).ToList();
            return QualityAnalysis.Judge(Places(60), counts, s_from, s_until, s_settings).Passed > 0;
        });
        Assert.InRange(named, 0, 6);
    }

    /// <summary>Fewer cases than can be judged give neither a share nor a test.</summary>
    [Fact]
    public void Judge_FewCases_TellsNoShare()
    {
        var report = QualityAnalysis.Judge(Places(2), Steady(2, 2, (_, _) => 2), s_from, s_until, s_settings);
        Assert.All(report.Parts, part => Assert.All(part.Shares, share => Assert.Null(share)));
        Assert.Equal(0, report.Tests);
    }

    /// <summary>Sums of the binomial law, by R: <c>pbinom(k - 1, n, p, lower.tail = FALSE)</c>.</summary>
    [Theory]
    [InlineData(8, 10, 0.5, 0.0546875)]
    [InlineData(30, 100, 0.2, 0.01124898)]
    [InlineData(0, 10, 0.5, 1)]
    [InlineData(10, 10, 0.5, 0.0009765625)]
    public void UpperP_Shares_AreThoseOfTheBinomialLaw(long part, long whole, double limit, double expected) =>
        Assert.Equal(expected, GapTest.UpperP(part, whole, limit), 7);

    [Fact]
    public void UpperP_PartAboveTheWhole_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GapTest.UpperP(11, 10, 0.5));

    /// <summary>With next to no spread the law is Poisson's: P(X ≤ 2 | 5) and P(X ≥ 9 | 5).</summary>
    [Fact]
    public void P_NoSpread_IsPoissons()
    {
        var breaks = new MonthBreaks([[.. Enumerable.Repeat(5L, 24)], [.. Enumerable.Repeat(5L, 24)]]);
        Assert.Equal(0.1246520, breaks.P(2, 5), 4);
        Assert.Equal(0.0680936, breaks.P(9, 5), 4);
        Assert.Equal(5, breaks.Expected(0, 3));
    }

    private static List<QualityCounts> Steady(int parts, long cases, Func<int, int, long> untimed) =>
    [
        .. from part in Enumerable.Range(0, parts) from month in Enumerable.Range(0, 24) select Count(part, s_from + month, cases, untimed(part, month)),
        .. Enumerable.Range(0, 24).Select(month => Count(
            parts, s_from + month, cases * parts, Enumerable.Range(0, parts).Sum(part => untimed(part, month)))),
    ];

    private static QualityCounts Count(int part, Month month, long cases, long untimed) =>
        new(part, month, cases, cases, cases, cases - untimed, [untimed, 0, 0, 0, 0, 0]);

    private static ImmutableArray<Jurisdiction> Places(int count) =>
    [
        .. Enumerable.Range(0, count).Select(index => new Jurisdiction(
            index + 1, null, JurisdictionLevel.District, $"P{index}", index, index + 1, null,
            new Dictionary<string, string> { ["en"] = $"P{index}" }, null, null)),
    ];
}
