using System.Text.Json;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Results;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Results;

/// <summary>What is read back is what was computed, whatever the analyses have to say.</summary>
public sealed class ResultJsonTests
{
    private static readonly ResultJson s_json = ResultJson.Of(GridPlaces.Data.Jurisdictions);

    private readonly GridHotspots _grid = new();

    public static TheoryData<string> Methods => [.. GridHotspots.Methods.All.Select(method => method.Key)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Report_EveryMethod_IsReadAsItWas(string method)
    {
        var report = await _grid.RunAsync(GridHotspots.Settings(method));
        Assert.Null(report.Obstacle);
        SameReport.Assert(report, ReadBack(report));
    }

    [Theory]
    [InlineData("neighbours", "rape", HotspotObstacle.TooFewPlaces)]
    [InlineData("cells", "rape", HotspotObstacle.Withheld)]
    public async Task Report_Obstacle_IsReadAsItWas(string method, string head, HotspotObstacle expected)
    {
        var report = await _grid.Hotspots.RunAsync(new HotspotRequest(GridHotspots.Settings(method), GridPlaces.State, head), GridHotspots.Viewer, null, Token);
        Assert.Equal(expected, report.Obstacle);
        SameReport.Assert(report, ReadBack(report));
    }

    /// <summary>The least difference of a figure is one; what is not a result, or names other places, is refused.</summary>
    [Fact]
    public async Task Report_Perturbed_IsNotTheSame()
    {
        var report = (GetisOrdReport)await _grid.RunAsync(new GetisOrdSettings());
        var finding = report.Areas[0];
        var other = report with { Areas = report.Areas.SetItem(0, finding with { Expected = Math.BitIncrement(finding.Expected) }) };
        Assert.ThrowsAny<Exception>(() => SameReport.Assert(report, ReadBack(other)));
        Assert.Throws<JsonException>(() => s_json.Read<GetisOrdReport>("null"));
        Assert.Throws<JsonException>(() => ResultJson.Of(new JurisdictionTree([])).Read<GetisOrdReport>(s_json.Write(report)));
    }

    private static HotspotReport ReadBack(HotspotReport report)
    {
        var text = GridHotspots.Methods.Of(report.Used).Write(report, s_json);
        return (HotspotReport)typeof(ResultJson).GetMethod(nameof(ResultJson.Read))!.MakeGenericMethod(report.GetType()).Invoke(s_json, [text])!;
    }
}
