namespace CrimeInsight.Tests.Architecture;

public sealed class FolderTests
{
    /// <summary>Concerns, and screens and services of the site that stand beside them.</summary>
    private static readonly HashSet<string> s_concerns =
    [
        "Overview", "Cases", "Forecasting", "Hotspots", "Explore", "Boards", "Alerts", "Risk", "Safety", "Insights", "Quality", "Questions", "Reports",
        "Patrol", "Feeds", "Live",
        "Map", "DataRoom", "Sources", "Jobs", "Account", "SignIn", "DemoData",
    ];

    /// <summary>Concerns that are made of others; what sources bring becomes uploads of the data room.</summary>
    private static readonly HashSet<string> s_readers = ["Overview", "Boards", "Alerts", "Insights", "Questions", "Reports", "Patrol", "Live", "Sources"];

    private static readonly KnownExceptions s_circles = new();

    private static readonly KnownExceptions s_sideways = new(
        "Web/Features/Account -> Web/Features/SignIn",
        "Web/Features/Map -> Core/Overview");

    [Fact]
    public void Folders_OfOneProject_FormNoCircle() => s_circles.Hold(FolderRules.OnCircles(BuiltCode.Uses).Select(use => use.Pair));

    [Fact]
    public void Concerns_AnyProject_DoNotUseEachOther() => s_sideways.Hold(FolderRules.Sideways(BuiltCode.Uses, s_concerns, s_readers).Select(use => use.Pair));

    [Theory]
    [InlineData("A B, B A", "A -> B, B -> A")]
    [InlineData("A B, B C, C A, C D", "A -> B, B -> C, C -> A")]
    [InlineData("Core/A Core/A/B, Core/A/B Core/A", "Core/A -> Core/A/B, Core/A/B -> Core/A")]
    [InlineData("A B, B C, A C", "")]
    public void OnCircles_Uses_AreFound(string uses, string circles) =>
        Assert.Equal(circles, string.Join(", ", FolderRules.OnCircles(Uses(uses)).Select(use => use.Pair)));

    [Theory]
    [InlineData("Core/Hotspots", "Core/Forecasting", true)]
    [InlineData("Core/Hotspots/Cells", "Core/Forecasting/Stored", true)]
    [InlineData("Web/Features/Map", "Web/Features/Cases", true)]
    [InlineData("Data/Hotspots", "Core/Forecasting", true)]
    [InlineData("Core/Queries", "Core/Forecasting", true)]
    [InlineData("Web/Shared/Layout", "Web/Features/SignIn", true)]
    [InlineData("Web/Features/Overview", "Core/Forecasting", false)]
    [InlineData("Web/Features/Hotspots", "Core/Hotspots/Stored", false)]
    [InlineData("Core/Hotspots", "Core/Spatial/Scan", false)]
    [InlineData("Web", "Web/Features/Hotspots", false)]
    [InlineData("Web/Cli", "Web/Features/Hotspots", false)]
    public void Sideways_Use_IsFound(string from, string to, bool isSideways) =>
        Assert.Equal(isSideways, FolderRules.Sideways([new TypeUse(from, "A", to, "B")], s_concerns, s_readers).Count == 1);

    [Fact]
    public void Uses_BuiltCode_HoldWhatIsNamedInsideMethods() =>
        Assert.Contains(BuiltCode.Uses, use => use is { From: "Web/Cli", Type: "VerbHost", To: "Data/Startup" });

    private static IEnumerable<TypeUse> Uses(string pairs) =>
        pairs.Split(", ").Select(pair => pair.Split(' ')).Select(pair => new TypeUse(pair[0], "X", pair[1], "Y"));
}
