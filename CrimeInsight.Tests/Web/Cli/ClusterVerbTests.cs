using CrimeInsight.Core;
using CrimeInsight.Web.Cli;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class ClusterVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly StringWriter _warned = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_Dbscan_WritesTheDocumentedColumns()
    {
        var (summary, lines) = Run("id,x,y\na,0,0\n\"b,c\",1,0\nd,2,0\ne,9,9\n", Choice("dbscan") with { EpsMetres = 1, MinPoints = 2 });
        Assert.Equal(["id,label", "a,0", "\"b,c\",0", "d,0", "e,-1"], lines);
        Assert.Equal("""{"method":"dbscan","points":4,"clusters":1,"noise":1,"eps":1,"minPoints":2}""", summary);
    }

    [Fact]
    public void Run_DegreesAndTime_SeparatesWhatHappenedLater()
    {
        var (_, lines) = Run("id,lat,lon,t\n1,13,80,2024-01-01\n2,13.001,80,2024-01-02\n3,13,80,2024-03-01\n4,13,80,2024-03-02 10:30\n",
            Choice("stdbscan") with { MinPoints = 2 });
        Assert.Equal(["1,0", "2,0", "3,1", "4,1"], lines[1..]);
    }

    [Fact]
    public void Run_Hierarchical_AddsProbabilityAndOutlierScore()
    {
        var (_, lines) = Run("id,x,y\n1,0,0\n2,1,0\n3,2,0\n4,10,0\n5,11,0\n6,12,0\n7,30,0\n", Choice("hdbscan") with { MinClusterSize = 3, MinPoints = 2 });
        Assert.Equal("id,label,probability,outlier", lines[0]);
        Assert.Equal("1,0,1,0", lines[1]);
        Assert.StartsWith("7,-1,0,0.94", lines[7], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NumberOfClustersLeftOpen_StatesTheSilhouettes()
    {
        var (summary, lines) = Run("id,x,y\n1,0,0\n2,1,0\n3,0,1\n4,90,0\n5,91,0\n6,90,1\n", Choice("kmeans") with { Clusters = "auto" });
        Assert.Equal(["1,0", "2,0", "3,0", "4,1", "5,1", "6,1"], lines[1..]);
        Assert.Contains("\"silhouettes\":{\"2\":0.98", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_InvalidOptions_NamesThemAndTheRemedy()
    {
        Assert.Contains(
            "no method 'magic'; use one of dbscan, stdbscan, hdbscan, kmeans", Refusal(() => ClusterVerb.Check("magic", [])), StringComparison.Ordinal);
        Assert.Contains("--k is not an option of --method dbscan, which takes --eps, --min-points; leave it out, or use --method kmeans",
            Refusal(() => ClusterVerb.Check("dbscan", ["--input", "--k"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_InvalidValues_NamesThemAndWritesNothing()
    {
        Assert.Contains("--eps must lie in", Refusal(() => Run("id,x,y\n1,0,0\n", Choice("dbscan") with { EpsMetres = -1 })), StringComparison.Ordinal);
        Assert.Contains("--k is 'many'", Refusal(() => Run("id,x,y\n1,0,0\n", Choice("kmeans") with { Clusters = "many" })), StringComparison.Ordinal);
        Assert.Contains("no column 't'", Refusal(() => Run("id,x,y\n1,0,0\n", Choice("stdbscan"))), StringComparison.Ordinal);
        Assert.Contains("--k must be at most the number of different places, 1; got 8.", Refusal(() => Run("id,x,y\n1,0,0\n", Choice("kmeans"))),
            StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "l.csv")));
    }

    [Fact]
    public void Run_DegreesNamedXAndY_AreSaidToBeTakenAsMetres()
    {
        Run("id,x,y\n1,77.2,28.6\n2,77.3,28.7\n", Choice("dbscan"));
        Assert.Contains("are taken as metres; if they are degrees, name the columns lat,lon", _warned.ToString(), StringComparison.Ordinal);
    }

    private static ClusterChoice Choice(string method) => new(method, 500, 14, null, 20, 0.001, "8", 1);

    private (string Summary, string[] Lines) Run(string text, ClusterChoice choice)
    {
        var (input, output) = (Path.Combine(_folder, "p.csv"), Path.Combine(_folder, "l.csv"));
        File.WriteAllText(input, text);
        var summary = ClusterVerb.Run(input, choice, output, _warned, TestContext.Current.CancellationToken);
        return (summary.ToJsonString(), File.ReadAllLines(output));
    }

    private static string Refusal(Action action) => Assert.Throws<OperatorException>(action).Message;
}
