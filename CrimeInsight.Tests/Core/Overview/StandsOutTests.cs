using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Overview;

public sealed class StandsOutTests
{
    private static readonly DateOnly s_law = new(2024, 7, 1);

    /// <summary>Stalking stands for a head that began with the law of July 2024: a year earlier nothing could be registered under it.</summary>
    [Fact]
    public async Task StandsOut_HeadYoungerThanTheComparison_IsNoFinding()
    {
        var report = await RunAsync(Period.Year(2024), began: s_law);
        Assert.Equal(["hurt"], report.Findings.Select(finding => finding.HeadCode));
    }

    /// <summary>Half of the earlier year is not a year either.</summary>
    [Fact]
    public async Task StandsOut_HeadThatBeganWithinTheEarlierPeriod_IsNoFinding() =>
        Assert.DoesNotContain("stalking", (await RunAsync(Period.Year(2025), began: s_law)).Findings.Select(finding => finding.HeadCode));

    /// <summary>No law between: cases where there were none are a finding, and told as such.</summary>
    [Fact]
    public async Task StandsOut_FirstCasesOfAnOldHead_AreAFinding()
    {
        var report = await RunAsync(Period.Year(2023), began: new DateOnly(2023, 1, 1));
        var finding = Assert.Single(report.Findings, finding => finding.HeadCode == "stalking");
        Assert.Equal(0, finding.Change.Before);
    }

    /// <summary>Twenty pairs that stay at 1,000 a month, hurt in A2 that doubles in the later year, stalking in A1 from a day on.</summary>
    private static Task<StandsOutReport> RunAsync(Period period, DateOnly began)
    {
        var runner = new FakeQueryRunner(query =>
        {
            var months = Enumerable.Range(0, query.Period.Months).Select(query.Period.From.AddMonths).ToList();
            var later = months.Count(month => month >= period.From);
            var stalking = 30.0 * months.Count(month => month >= began);
            if (query.Dimensions is [Dimension.Head])
                return new[] { new QueryRow(["murder"], [20_000 * months.Count], false), new QueryRow(["hurt"], [100], false),
                    new QueryRow(["stalking"], [stalking], false) }.Where(row => row.Values[0] > 0);
            return
            [
                .. Enumerable.Range(0, 20).Select(i => new QueryRow([$"P{i}", "murder"], [1000 * months.Count], false)),
                new QueryRow(["A2", "hurt"], [100 * months.Count + 100 * later], false),
                .. stalking > 0 ? [new QueryRow(["A1", "stalking"], [stalking], false)] : Array.Empty<QueryRow>(),
            ];
        });
        return new OverviewAnalysis(runner).StandsOutAsync(MapContexts.Of(null, "A", "B") with { Period = period }, 6, TestContext.Current.CancellationToken);
    }
}
