using CrimeInsight.Core.Spatial.Scan;


namespace CrimeInsight.Tests.Core.Spatial.Scan;

public sealed class ScanReferenceTests
{
    private const double Tolerance = 1e-6;

    /// <summary>Digits SaTScan prints.</summary>
    private const double PrintedRatio = 0.0051;

    [Theory]
    [InlineData("ny_cartesian_50")]
    [InlineData("ny_cartesian_10")]
    [InlineData("ny_longlat_50")]
    [InlineData("pennLC_poisson_pop")]
    [InlineData("nc_sid74")]
    [InlineData("nc_sid79")]
    public void Run_ReferenceData_GivesTheReferenceClustersInOrder(string name)
    {
        var (request, ids) = ScanReference.Case(name);
        var report = Run(request);
        var expected = ScanReference.Clusters[name].ToArray();
        Assert.NotEmpty(expected);
        for (var i = 0; i < expected.Length; i++)
        {
            var found = report.Clusters[i];
            Assert.Equal(expected[i].Ids, Ids(found, ids));
            Assert.Equal(expected[i].Cases, found.Cases);
            Near(expected[i].Expected, found.Expected, Tolerance);
            Near(expected[i].RelativeRisk, found.RelativeRisk!.Value, Tolerance);
            Near(expected[i].LogLikelihoodRatio, found.LogLikelihoodRatio, Tolerance);
            NearByChance(expected[i].P, found.P);
        }
    }

    [Theory]
    [InlineData("ny_cartesian_50")]
    [InlineData("ny_cartesian_10")]
    [InlineData("ny_longlat_50")]
    public void Run_NewYorkLeukemia_HoldsEveryClusterSaTScanPublished(string name)
    {
        var (request, ids) = ScanReference.Case(name);
        var report = Run(request);
        foreach (var expected in ScanReference.SaTScan[name])
        {
            var found = Assert.Single(report.Clusters, cluster => Ids(cluster, ids).SequenceEqual(expected.Ids));
            Assert.Equal(expected.Cases, found.Cases);
            Assert.Equal(expected.Expected, found.Expected, PrintedRatio);
            Assert.Equal(expected.RelativeRisk, found.RelativeRisk!.Value, PrintedRatio);
            Assert.Equal(expected.LogLikelihoodRatio, found.LogLikelihoodRatio, Tolerance);
            if (expected.P > 0.001)
                NearByChance(expected.P, found.P);
            else
                Assert.InRange(found.PGumbel!.Value / expected.P, 1 / 2.5, 2.5);
        }
    }

    /// <summary>The comparison sees a single case that moved.</summary>
    [Fact]
    public void Run_OneCaseMoved_NoLongerEqualsTheReference()
    {
        var (request, _) = ScanReference.Case("ny_cartesian_50");
        int[] cases = [.. request.Cases];
        (cases[51], cases[200]) = (cases[51] - 1, cases[200] + 1);
        var report = Run(new ScanRequest(request.Places, cases, 1, ScanModel.Poisson, ScanSpan.Space, request.Population.AsSpan()) { Replicas = 9 });
        Assert.True(Math.Abs(report.Clusters[0].LogLikelihoodRatio - ScanReference.Clusters["ny_cartesian_50"].First().LogLikelihoodRatio) > 0.1);
    }

    [Fact]
    public void Report_Gumbel_AgreesWithTheRanksWhereBothAreSure()
    {
        var report = Run(ScanReference.Case("ny_cartesian_50").Request);
        foreach (var cluster in report.Clusters.Where(cluster => cluster.P is > 0.02 and < 0.98))
            Assert.InRange(cluster.PGumbel!.Value, cluster.P - 0.05, cluster.P + 0.05);
        Assert.InRange(report.CriticalValue!.Value, 7.3, 8.8);
        Assert.Equal(999, report.Replicas);
    }

    private static ScanReport Run(ScanRequest request) => KulldorffScan.Run(request, null, 2, TestContext.Current.CancellationToken);

    private static string[] Ids(ScanCluster cluster, string[] ids) => [.. cluster.Places.Select(place => ids[place]).Order(StringComparer.Ordinal)];

    private static void Near(double expected, double found, double tolerance) => Assert.Equal(expected, found, tolerance * Math.Max(1, Math.Abs(expected)));

    /// <summary>Two Monte Carlo p of 999 replicas each, at most four standard errors apart.</summary>
    private static void NearByChance(double expected, double found) =>
        Assert.InRange(Math.Abs(expected - found), 0, 4 * Math.Sqrt(2 * Math.Max(0.001, expected * (1 - expected)) / 999) + 0.002);
}
