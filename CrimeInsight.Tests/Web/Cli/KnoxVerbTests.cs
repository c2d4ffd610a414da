using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Knox;
using CrimeInsight.Web.Cli;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class KnoxVerbTests
{
    /// <summary>30 days are shorter than eight bands of 9 days: no trend can be kept.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_Events_WritesTheDocumentedJson(bool isTrendKept)
    {
        var request = new KnoxRequest(new MetrePoints([0, 0, 1, 3], [0, 0, 0, 0]), [0, 1, 10, 30], [1, 2], [1, 9])
        {
            IsSamePlaceInFirstBand = true,
            IsTrendKept = isTrendKept,
        };
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            KnoxVerb.Run(request, 1, path, TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var cells = json.RootElement.GetProperty("cells");
            Assert.Equal([1, 1, 0, 0], cells.EnumerateArray().Select(cell => cell.GetProperty("observed").GetInt32()));
            foreach (var (name, value) in new[] { ("fromMetres", 0.0), ("untilMetres", 1), ("fromDays", 1), ("untilDays", 9), ("expected", 0.5), ("ratio", 2) })
                Assert.Equal(value, cells[1].GetProperty(name).GetDouble(), 1e-12);
            Assert.InRange(cells[1].GetProperty("p").GetDouble(), 0.001, 1);
            Assert.Equal([1, 0], json.RootElement.GetProperty("samePlaceCells").EnumerateArray().Select(cell => cell.GetProperty("observed").GetInt32()));
            Assert.Equal("none", json.RootElement.GetProperty("trend").GetString());
            Assert.Equal(3, json.RootElement.GetProperty("calendar").GetArrayLength());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Run_TrendKept_WritesBothComparisons()
    {
        var request = new KnoxRequest(new MetrePoints([0, 1, 500, 501], [0, 0, 0, 0]), [0, 1, 8, 9], [2], [1]) { IsTrendKept = true };
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            KnoxVerb.Run(request, 1, path, TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var cell = json.RootElement.GetProperty("cells")[0];
            Assert.Equal(("place", 1), (json.RootElement.GetProperty("trend").GetString(), cell.GetProperty("trend").GetProperty("ratio").GetDouble()));
            Assert.Equal(3, cell.GetProperty("ratio").GetDouble(), 1e-12);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Limits_NotANumber_IsNamed()
    {
        Assert.Equal([100, 200.5], KnoxVerb.Limits("--distances", "100, 200.5"));
        Assert.Contains("--days holds 'x'", Assert.Throws<OperatorException>(() => KnoxVerb.Limits("--days", "7,x")).Message, StringComparison.Ordinal);
    }
}
