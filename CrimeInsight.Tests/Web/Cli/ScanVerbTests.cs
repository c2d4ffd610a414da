using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Spatial.Scan;
using CrimeInsight.Web.Cli;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class ScanVerbTests
{
    private const string Locations = "id,x,y\na,0,0\nb,1000,0\nc,5000,0\nd,6000,0\n";

    /// <summary>Cases of a month that is not in the file are none; population between two months is interpolated.</summary>
    [Fact]
    public void Of_MonthsAndPopulation_FillsWhatIsBetween()
    {
        var input = Input("period,id,cases\n2023-11,a,2\n2024-02,b,3\n2024-02,b,4\n",
            "id,population,period\na,100,2023-11\na,400,2024-02\nb,50,2024-01\nc,1,2024-01\nd,0,2024-01\n");
        Assert.Equal(4, input.Periods);
        Assert.Equal([2, 0, 0, 0, 0, 0, 0, 7], input.Cases[..8]);
        Assert.Equal([100, 200, 300, 400, 50, 50, 50, 50], input.Population[..8]);
        Assert.Equal(("2023-11", "2024-03"), (input.NameOf(0), input.NameOf(4)));
    }

    [Fact]
    public void Of_NoPeriods_IsSpaceAlone()
    {
        var input = Input("id,cases\na,2\nd,9\n", "id,population\na,1\nb,1\nc,1\nd,1\n");
        Assert.Equal((1, null), (input.Periods, input.NameOf(0)));
        Assert.Equal([2, 0, 0, 9], input.Cases);
    }

    [Theory]
    [InlineData("id,cases\nz,1\n", null, "'c.csv', row 1: id 'z' is not among the locations")]
    [InlineData("id,count\na,1\n", null, "'c.csv' has no column 'cases'")]
    [InlineData("", null, "'c.csv' is empty")]
    [InlineData("id,cases\n", null, "'c.csv' has no rows")]
    [InlineData("id,cases\na,-1\n", null, "row 1: cases is '-1'")]
    [InlineData("id,cases\na,1.5\n", null, "row 1: 'a' has 1.5 cases; write a whole number")]
    [InlineData("id,cases\na,2000000000\nb,2000000000\n", null, "row 2: with the 2000000000 of 'b' there are more than 2147483647 cases")]
    [InlineData("id,cases\na,0\nb,0\n", null, "The cases are 0 in every row")]
    [InlineData("id,cases\na,1\nd,2\n", "id,population\na,1\nb,1\nc,1\nd,0\n", "'d' has 2 cases but a population of 0")]
    [InlineData("id,cases,period\na,1,2024-01\nd,2,2024-02\n", "id,population\na,1\nb,1\nc,1\nd,0\n", "'d' has 2 cases in 2024-02 but a population of 0")]
    [InlineData("id,cases,period\na,1,May\n", null, "row 1: period is 'May'; write yyyy-MM or yyyy-MM-dd")]
    [InlineData("id,cases,period\na,1,2024-01\nb,1,2024-01-02\n", null, "row 2: periods are written both as yyyy-MM and as yyyy-MM-dd")]
    [InlineData("id,cases\na,1\n", "id,population\na,1\nb,1\nc,1\n", "no row for the location 'd'")]
    [InlineData("id,cases\na,1\n", "id,population\na,1\nb,1\nc,1\nd,1\na,2\n", "Population, row 5: the location 'a' has two numbers")]
    [InlineData("id,cases\na,1\n", "id,population,period\na,1,2024-01\n", "another kind than the cases")]
    public void Of_InvalidFiles_NamePlaceAndRemedy(string cases, string? population, string expected) =>
        Assert.Contains(expected, Assert.Throws<OperatorException>(() => Input(cases, population)).Message, StringComparison.Ordinal);

    [Fact]
    public void Run_Clusters_WritesTheDocumentedJson()
    {
        var input = Input(
            "id,cases,period\na,1,2024-01\nb,1,2024-01\nc,1,2024-01\nd,1,2024-01\na,9,2024-02\nb,8,2024-02\nc,1,2024-02\nd,1,2024-02\na,1,2024-03\nb,1,2024-03\nc,1,2024-03\nd,1,2024-04\nc,9,2024-04\n", null);
        var request = new ScanRequest(input.Places, input.Cases, input.Periods, ScanModel.Permutation, ScanSpan.SpaceTime)
        {
            Replicas = 99,
            Overdispersion = Overdispersion.Auto,
        };
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ScanVerb.Run(input, ["a", "b", "c", "d"], request, 1, path, TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var root = json.RootElement;
            Assert.Equal(("permutation", 36), (root.GetProperty("model").GetString(), root.GetProperty("totalCases").GetInt32()));
            var cluster = root.GetProperty("clusters")[0];
            Assert.Equal(["c"], cluster.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
            Assert.Equal(("2024-04", "2024-05", 9),
                (cluster.GetProperty("from").GetString(), cluster.GetProperty("until").GetString(), cluster.GetProperty("cases").GetInt32()));
            foreach (var name in new[] { "expected", "relativeRisk", "logLikelihoodRatio", "p", "pGumbel" })
                Assert.True(cluster.GetProperty(name).GetDouble() > 0);
            Assert.Equal("auto", root.GetProperty("overdispersion").GetString());
            Assert.InRange(root.GetProperty("varianceRatio").GetDouble(), 1, 10);
            Assert.InRange(root.GetProperty("autocorrelation").GetDouble(), 0, 1);
            Assert.Equal((99, 2), (root.GetProperty("replicas").GetInt32(), root.GetProperty("maxDuration").GetInt32()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Run_ShareTooSmall_IsRefusedAndWritesNothing()
    {
        var input = Input("id,cases\na,2\nd,9\n", "id,population\na,1\nb,1\nc,1\nd,1\n");
        var request = new ScanRequest(input.Places, input.Cases, 1, ScanModel.Poisson, ScanSpan.Space, input.Population) { MaxShare = 0.1 };
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Contains("raise the share",
            Assert.Throws<OperatorException>(() => ScanVerb.Run(input, ["a", "b", "c", "d"], request, 1, path, TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    private static ScanInput Input(string cases, string? population)
    {
        var places = PointFile.Read(new StringReader(Locations), "g.csv");
        return ScanInput.Of(
            places,
            PlaceRowFile.Read(new StringReader(cases), "c.csv", "cases", places.Ids),
            population is null ? null : PlaceRowFile.Read(new StringReader(population), "p.csv", "population", places.Ids));
    }
}
