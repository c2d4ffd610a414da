using System.Text.Json;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Results;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Results;

/// <summary>What is read back is what was computed, whatever the analyses have to say.</summary>
public sealed class ResultJsonTests
{
    private static readonly ResultJson s_json = ResultJson.Of(GridPlaces.Data.Jurisdictions);

    private readonly GridHotspots _grid = new();

    public static TheoryData<HotspotMethod> Methods => [.. Enum.GetValues<HotspotMethod>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Report_EveryMethod_IsReadAsItWas(HotspotMethod method)
    {
        var report = await _grid.Hotspots.RunAsync(GridHotspots.Request(method), GridHotspots.Viewer, null, Token);
        Assert.Null(report.Obstacle);
        AssertSame(report, s_json.Read<HotspotReport>(s_json.Write(report)));
    }

    [Theory]
    [InlineData(HotspotMethod.Neighbours, "rape", HotspotObstacle.TooFewPlaces)]
    [InlineData(HotspotMethod.Cells, "rape", HotspotObstacle.Withheld)]
    public async Task Report_Obstacle_IsReadAsItWas(HotspotMethod method, string head, HotspotObstacle expected)
    {
        var report = await _grid.Hotspots.RunAsync(new HotspotRequest(method, GridPlaces.State, head), GridHotspots.Viewer, null, Token);
        Assert.Equal(expected, report.Obstacle);
        AssertSame(report, s_json.Read<HotspotReport>(s_json.Write(report)));
    }

    [Fact]
    public async Task NearRepeats_AreReadAsTheyWere()
    {
        var findings = await _grid.NearRepeats.RunAsync(GridHotspots.Request(default), GridHotspots.Viewer, null, Token);
        var read = s_json.Read<NearRepeatFindings>(s_json.Write(findings));
        var (was, table) = (findings.Report!, read.Report!);
        Assert.True(was.Cells.Length > 3);
        Assert.Equal(was.Cells, table.Cells);
        Assert.Equal(was.SamePlaceCells, table.SamePlaceCells);
        Assert.Equal(was.Calendar, table.Calendar);
        Assert.Equal(was with { Cells = [], SamePlaceCells = [], Calendar = [] }, table with { Cells = [], SamePlaceCells = [], Calendar = [] });
        Assert.Equal(findings with { Report = null }, read with { Report = null });
    }

    [Fact]
    public async Task Concentration_IsReadAsItWas()
    {
        var report = (await _grid.Concentration.RunAsync(GridHotspots.Request(default), GridHotspots.Viewer, Token)).Report!;
        var read = s_json.Read<ConcentrationFindings>(s_json.Write(new ConcentrationFindings(report))).Report!;
        Assert.Equal(101, report.Curve.Length);
        Assert.Equal(report.Curve, read.Curve);
        Assert.Equal(report with { Curve = [] }, read with { Curve = [] });
        Assert.Null(s_json.Read<ConcentrationFindings>(s_json.Write(new ConcentrationFindings(null))).Report);
    }

    /// <summary>The least difference of a figure is one; what is not a result, or names other places, is refused.</summary>
    [Fact]
    public async Task Report_Perturbed_IsNotTheSame()
    {
        var report = await _grid.Hotspots.RunAsync(GridHotspots.Request(HotspotMethod.Neighbours), GridHotspots.Viewer, null, Token);
        var finding = report.Findings[0];
        var other = report with { Findings = report.Findings.SetItem(0, finding with { Expected = Math.BitIncrement(finding.Expected) }) };
        Assert.ThrowsAny<Exception>(() => AssertSame(report, s_json.Read<HotspotReport>(s_json.Write(other))));
        Assert.Throws<JsonException>(() => s_json.Read<HotspotReport>("null"));
        Assert.Throws<JsonException>(() => ResultJson.Of(new JurisdictionTree([])).Read<HotspotReport>(s_json.Write(report)));
    }

    // Lists are compared one by one, everything else at once: a member that is not read back is a difference.
    internal static void AssertSame(HotspotReport expected, HotspotReport actual)
    {
        Assert.Equal(expected.Marks, actual.Marks);
        Assert.Equal(expected.Findings.Select(finding => finding with { Places = [], Outline = [], Monthly = [] }), actual.Findings.Select(finding => finding with { Places = [], Outline = [], Monthly = [] }));
        Assert.Equal(expected.Findings.SelectMany(finding => finding.Places), actual.Findings.SelectMany(finding => finding.Places));
        Assert.Equal(expected.Findings.SelectMany(finding => finding.Outline), actual.Findings.SelectMany(finding => finding.Outline));
        Assert.Equal(expected.Findings.SelectMany(finding => finding.Monthly), actual.Findings.SelectMany(finding => finding.Monthly));
        Assert.Equal(expected.Plain.SelectMany(plain => plain.Corners), actual.Plain.SelectMany(plain => plain.Corners));
        Assert.Equal(expected.Plain.Select(plain => plain with { Corners = [] }), actual.Plain.Select(plain => plain with { Corners = [] }));
        Assert.Equal(expected with { Marks = [], Findings = [], Plain = [] }, actual with { Marks = [], Findings = [], Plain = [] });
    }
}
