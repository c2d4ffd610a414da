using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Association;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Core.Hotspots.Hexagons;
using CrimeInsight.Core.Hotspots.LocalMoran;
using CrimeInsight.Core.Hotspots.ProspectiveScan;
using CrimeInsight.Core.Hotspots.RelativeRiskDensity;
using CrimeInsight.Core.Hotspots.SpaceTimeCube;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Hotspots;

public sealed class HotspotAnalysisTests
{
    private static readonly Viewer s_viewer = new(Guid.Empty, "asha", PersonRole.Supervisor, [2]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Nine stations in a corner have three times the cases of the others: one hot area, all of it within reach of the corner.</summary>
    [Fact]
    public async Task RunAsync_HotCorner_IsOneFinding()
    {
        var report = (GetisOrdReport)await RunAsync("neighbours", (place, _) => GridPlaces.IsInCorner(place) ? 15 : 5);
        Assert.Equal((JurisdictionLevel.Station, 100, null), (report.Level, report.Marks.Length, report.Obstacle));
        var finding = Assert.Single(report.Areas, finding => finding.Class == PlaceClass.Hot);
        Assert.Contains("S27", finding.Places.Select(place => place.Code));
        Assert.All(finding.Places, place => Assert.InRange(GridPlaces.NumberOf(place.Code) % GridPlaces.Side, 5, 9));
        Assert.True(finding is { P: <= 0.05, RelativeRisk: > 1.5 } && finding.Cases > finding.Expected);
        Assert.True(finding.Around is var (cases, expected) && cases > expected && cases > finding.Cases);
        Assert.Equal((CaseBackground.OtherCrimes, 100 * 12 * 5 + 9 * 12 * 10, 100 * 12 * 35 + 9 * 12 * 10),
            (report.Comparison!.Background, report.Comparison.Cases, report.Comparison.Population));
        Assert.True(report.After <= report.Before);
    }

    /// <summary>The same cases everywhere but for noise: over twenty draws at most one has a finding.</summary>
    [Theory]
    [InlineData("neighbours")]
    [InlineData("likeness")]
    public async Task RunAsync_NothingButNoise_FindsHardlyAnything(string method)
    {
        var found = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            found += (await RunAsync(method, (_, _) => random.Next(5, 15))).Findings.Count == 0 ? 0 : 1;
        }

        Assert.InRange(found, 0, 1);
    }

    /// <summary>
    /// A high block is alike; a low station within it is unlike its neighbours. A lonely high one far away is not told apart: its
    /// neighbours are low as most are.
    /// </summary>
    [Fact]
    public async Task RunAsync_Likeness_TellsBlocksFromOutliers()
    {
        var report = await RunAsync("likeness", (place, _) => place == 27 ? 2 : GridPlaces.IsInCorner(place) ? 20 : place == 81 ? 40 : 2 + place % 3);
        var classes = report.Marks.ToDictionary(mark => mark.Place.Code, mark => mark.Before);
        Assert.Equal((PlaceClass.HighHigh, PlaceClass.LowHigh, PlaceClass.None), (classes["S17"], classes["S27"], classes["S81"]));
    }

    /// <summary>The corner doubles in the last three months; a corner that was always double is not news.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_Recent_FindsWhatBeganNotWhatIsUsual(bool began)
    {
        var report = await RunAsync("recent", (place, month) => GridPlaces.IsInCorner(place) && (!began || month >= new DateOnly(2024, 10, 1)) ? 14
            : 6 + (place + month.Month) % 3);
        if (!began)
        {
            Assert.Empty(report.Findings);
            return;
        }

        var finding = ((ProspectiveScanReport)report).Circles[0];
        Assert.Equal(
            (PlaceClass.AliveCluster, new DateOnly(2024, 10, 1), new DateOnly(2025, 1, 1)), (finding.Class, finding.Period.From, finding.Period.Until));
        Assert.True(finding.P <= 0.05 && finding.Places.Count(place => GridPlaces.IsInCorner(GridPlaces.NumberOf(place.Code))) >= 6);
        Assert.True(finding.Circle.Metres > 0);
    }

    /// <summary>A corner that was always high, one that rose in the last two months, and quiet everywhere else.</summary>
    [Fact]
    public async Task RunAsync_Emerging_TellsOldFromNew()
    {
        var report = await RunAsync("emerging", (place, month) => GridPlaces.IsInCorner(place) ? 18 + month.Month % 2
            : place is 70 or 71 or 80 or 81 or 90 or 91 && month >= new DateOnly(2024, 11, 1) ? 25 : 4 + (place + month.Month) % 3);
        var classes = report.Marks.ToDictionary(mark => mark.Place.Code, mark => mark.After);
        Assert.Equal((PlaceClass.PersistentHot, PlaceClass.ConsecutiveHot, PlaceClass.None), (classes["S27"], classes["S80"], classes["S50"]));
        Assert.Equal((24, true),
            (report.Period.Months, report.Findings.Any(finding => finding.Place.Code == "S27" || finding.Places.Any(place => place.Code == "S27"))));
    }

    /// <summary>A head that a law began in the middle: months before it are not months without cases, and nothing has risen since.</summary>
    [Fact]
    public async Task RunAsync_EmergingOfAYoungHead_BeginsWithTheHead()
    {
        var report = await RunAsync("emerging", (place, month) => month < new DateOnly(2024, 1, 1) ? 0 : 4 + (place * 7 + month.Month * 3) % 5);
        Assert.Equal((new DateOnly(2024, 1, 1), 12), (report.Period.From, report.Period.Months));
        Assert.Empty(report.Findings);
    }

    /// <summary>Sixty of 460 cases within 250 m of a spot 6 km from the corner: one finding, there. Without them: none.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(0)]
    public async Task RunAsync_Cells_FindsTheSpotAndNothingElse(int crowd)
    {
        var request = new HotspotRequest(new HexagonCellsSettings(), GridPlaces.State, "murder");
        var report = (FindingsReport)await Analysis(Runner((_, _) => 1), new FakeCasePoints { Crowd = crowd }).RunAsync(request, s_viewer, null, Token);
        if (crowd == 0)
        {
            Assert.Empty(report.Findings);
            return;
        }

        var finding = Assert.Single(((HexagonCellsReport)report).Areas);
        Assert.InRange(finding.Cases, 55, 75);
        Assert.True(finding is { P: <= 0.05, RelativeRisk: > 5, Outline.Length: >= 4 });
        Assert.All(finding.Outline, corner => Assert.InRange(Distance.Metres(corner, FakeCasePoints.Spot), 0, 900));
        Assert.Equal("S23", finding.Place.Code);
    }

    /// <summary>Of 240 murders near a spot over three years 80 fall into the last; other crimes do not crowd there, and without them nothing does.</summary>
    [Theory]
    [InlineData(240)]
    [InlineData(0)]
    public async Task RunAsync_Clusters_FindsTheCrowdOfTheHeadAlone(int crowd)
    {
        var request = new HotspotRequest(new DensityClustersSettings { ReachMetres = 500 }, GridPlaces.State, "murder");
        var report = (DensityClustersReport)await Analysis(Runner((_, _) => 1), new FakeCasePoints { Crowd = crowd, CrowdHead = "murder" })
            .RunAsync(request, s_viewer, null, Token);
        var comparison = report.Comparison!;
        Assert.Equal((null, CaseBackground.OtherCrimes, true), (report.Obstacle, comparison.Background, comparison.Population > comparison.Cases));
        if (crowd == 0)
        {
            Assert.Empty(report.Findings);
            return;
        }

        var finding = Assert.Single(report.Clusters);
        Assert.InRange(finding.Cases, 65, 100);
        Assert.True(finding is { Class: PlaceClass.DensityCluster, P: <= 0.05, RelativeRisk: > 2, Place.Code: "S23",
            Course: { IsThroughout: true, IsThereStill: true }, Monthly.Length: 12 });
        Assert.Equal(finding.Cases, finding.Monthly.Sum(), 10.0);
        Assert.All(finding.Outline, corner => Assert.InRange(Distance.Metres(corner, FakeCasePoints.Spot), 0, 1500));
        Assert.Contains(report.Plain, outline => outline.Cases == finding.Cases);
    }

    /// <summary>The same crowd year after year is nothing that earlier years do not explain.</summary>
    [Theory]
    [InlineData("murder")]
    [InlineData(null)]
    public async Task RunAsync_ClustersAsEver_FindsNothing(string? head)
    {
        var request = new HotspotRequest(new DensityClustersSettings { Background = CaseBackground.EarlierYears }, GridPlaces.State, head);
        var report = (DensityClustersReport)await Analysis(Runner((_, _) => 1), new FakeCasePoints { Crowd = 240 }).RunAsync(request, s_viewer, null, Token);
        Assert.Equal((null, CaseBackground.EarlierYears, true), (report.Obstacle, report.Comparison!.Background, report.IsWithoutSensitive));
        Assert.NotEmpty(report.Plain);
        Assert.Empty(report.Findings);
    }

    /// <summary>The land around the spot and no other; the smallest land with half of the cases holds about half of them.</summary>
    [Theory]
    [InlineData(240, 500.0)]
    [InlineData(240, null)]
    [InlineData(0, 500.0)]
    public async Task RunAsync_Density_FindsTheLandOfTheHeadAlone(int crowd, double? bandwidth)
    {
        var request = new HotspotRequest(new RelativeRiskDensitySettings { BandwidthMetres = bandwidth }, GridPlaces.State, "murder");
        var report = (RelativeRiskDensityReport)await Analysis(Runner((_, _) => 1), new FakeCasePoints { Crowd = crowd, CrowdHead = "murder" })
            .RunAsync(request, s_viewer, null, Token);
        Assert.Equal(
            (null, CaseBackground.OtherCrimes, bandwidth ?? report.BandwidthMetres), (report.Obstacle, report.Comparison!.Background, report.BandwidthMetres));
        Assert.InRange(report.Plain.Where(plain => plain.Share == 0.5).Sum(plain => plain.Cases), 0.4 * report.Comparison.Cases, 0.6 * report.Comparison.Cases);
        if (crowd == 0)
        {
            Assert.Empty(report.Findings);
            return;
        }

        var finding = Assert.Single(report.Areas);
        Assert.True(finding is { Class: PlaceClass.RaisedRisk, P: <= 0.05, RelativeRisk: > 1.3, Place.Code: "S23", Outline.Length: >= 4 });
        Assert.InRange(finding.Cases, 60, 140);
    }

    [Theory]
    [InlineData("clusters")]
    [InlineData("density")]
    public async Task RunAsync_ComparedBeforeAnythingElse_SaysSo(string method)
    {
        var request = new HotspotRequest(GridHotspots.Settings(method), GridPlaces.State, null, Period.LastMonths(new DateOnly(2021, 7, 1), 6));
        Assert.Equal(HotspotObstacle.NoComparison, (await Analysis(Runner((_, _) => 1)).RunAsync(request, s_viewer, null, Token)).Obstacle);
    }

    [Theory]
    [InlineData(10, 10, null)]
    [InlineData(300, 2, null)]
    [InlineData(300, 10, 60_000.0)]
    public void Request_MetresOutOfRange_AreRefused(double reach, int least, double? bandwidth) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => (new DensityClustersSettings { ReachMetres = reach, LeastCases = least }, new RelativeRiskDensitySettings { BandwidthMetres = bandwidth }));

    [Theory]
    [InlineData(GridPlaces.State, "rape", HotspotObstacle.Withheld)]
    [InlineData("G", "murder", HotspotObstacle.TooManyCases)]
    public async Task RunAsync_CellsOfWhatMayNotBeShown_SaysSo(string place, string head, HotspotObstacle expected) =>
        Assert.Equal(expected,
            (await Analysis(Runner((_, _) => 1)).RunAsync(new HotspotRequest(new HexagonCellsSettings(), place, head), s_viewer, null, Token)).Obstacle);

    /// <summary>All crimes by station are counted without the heads whose victims are protected; those heads alone by district.</summary>
    [Fact]
    public async Task RunAsync_SensitiveHeads_AreLeftOutByStation()
    {
        var runner = Runner((place, _) => place);
        var report = (FindingsReport)await Analysis(runner).RunAsync(new HotspotRequest(new GetisOrdSettings(), GridPlaces.State, null), s_viewer, null, Token);
        Assert.True(report.IsWithoutSensitive);
        Assert.All(runner.Asked, asked => Assert.Equal(["murder", "hurt", "stalking"], asked.Heads));

        report = (FindingsReport)await Analysis(runner).RunAsync(new HotspotRequest(new GetisOrdSettings(), GridPlaces.State, "rape"), s_viewer, null, Token);
        Assert.Equal((JurisdictionLevel.District, HotspotObstacle.TooFewPlaces), (report.Level, report.Obstacle));
    }

    [Theory]
    [InlineData("neighbours")]
    [InlineData("recent")]
    [InlineData("emerging")]
    public async Task RunAsync_WithheldFigure_SaysSo(string method)
    {
        var runner = new FakeQueryRunner(
            query => [new QueryRow(query.Dimensions.Length == 1 ? ["S00"]
                : ["S00", new Month(2024, 1)], [.. query.Measures.Select(_ => (double?)null)], true)]);
        var report = await Analysis(runner).RunAsync(new HotspotRequest(GridHotspots.Settings(method), GridPlaces.State, "murder"), s_viewer, null, Token);
        Assert.Equal(HotspotObstacle.Withheld, report.Obstacle);
    }

    [Fact]
    public async Task RunAsync_NoData_SaysSo()
    {
        var analysis = GridHotspots.Analysis(Runner((_, _) => 1), new FakeCasePoints(), new FakeStatus());
        Assert.Equal(HotspotObstacle.NoData,
            (await analysis.RunAsync(new HotspotRequest(new ProspectiveScanSettings(), GridPlaces.State, null), s_viewer, null, Token)).Obstacle);
    }

    [Fact]
    public async Task RunAsync_AllTheSame_SaysSo() =>
        Assert.Equal(HotspotObstacle.NoVariation, (await RunAsync("neighbours", (_, _) => 3)).Obstacle);

    /// <summary>Twice the murders and twice the other crimes in a corner where twice as many people come: nothing to say of murder there.</summary>
    [Fact]
    public async Task RunAsync_AsManyMoreCrimesOfAllKinds_IsNoFinding()
    {
        var runner = new FakeQueryRunner(
            query => GridPlaces.Rows(query,
                (place, month) => (GridPlaces.IsInCorner(place) ? 2 : 1) * (query.Heads.Length > 1 ? 40 : 5 + (place + month.Month) % 3)
                    - (query.Heads.Length > 1 ? 30 : 0)));
        var report = (FindingsReport)await Analysis(runner)
            .RunAsync(new HotspotRequest(new GetisOrdSettings(), GridPlaces.State, "murder"), s_viewer, null, Token);
        Assert.Empty(report.Findings);
    }

    /// <summary>All crimes together are compared with earlier years: a corner that was always high is no finding, one that rose is.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_AllCrimes_AreComparedWithEarlierYears(bool rose)
    {
        var runner = Runner((place, month) => GridPlaces.IsInCorner(place) && (!rose || month >= new DateOnly(2024, 1, 1)) ? 90
            : 10 + (place + month.Month) % 5);
        var report = (GetisOrdReport)await Analysis(runner).RunAsync(new HotspotRequest(new GetisOrdSettings(), GridPlaces.State, null), s_viewer, null, Token);
        Assert.Equal(CaseBackground.EarlierYears, report.Comparison!.Background);
        Assert.Equal(rose, report.Findings.Any(finding => finding.Class == PlaceClass.Hot && finding.Place.Code == "S27"));
    }

    [Theory]
    [InlineData(0, 8, 0.05)]
    [InlineData(12, 0, 0.05)]
    [InlineData(12, 8, 0.7)]
    public void Request_OutOfRange_IsRefused(int months, int neighbours, double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HotspotRequest(
            new GetisOrdSettings { Neighbours = neighbours, Significance = level }, null, null, Period.LastMonths(new DateOnly(2025, 1, 1), months)));

    private static async Task<FindingsReport> RunAsync(string method, Func<int, DateOnly, int> casesOf) =>
        (FindingsReport)await Analysis(Runner(casesOf))
            .RunAsync(new HotspotRequest(GridHotspots.Settings(method), GridPlaces.State, "murder"), s_viewer, null, Token);

    private static FakeQueryRunner Runner(Func<int, DateOnly, int> casesOf) => new(query => GridPlaces.Rows(query, casesOf));

    private static HotspotAnalysis Analysis(FakeQueryRunner runner, FakeCasePoints? points = null) =>
        GridHotspots.Analysis(runner, points ?? new FakeCasePoints(), GridHotspots.Status);
}
