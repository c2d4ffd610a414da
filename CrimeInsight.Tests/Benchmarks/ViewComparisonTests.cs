using CrimeInsight.Benchmarks.Views;

namespace CrimeInsight.Tests.Benchmarks;

public sealed class ViewComparisonTests
{
    private const string Before = "Month,Cases,Low 80 %,Place\r\n2026-09,31,24.1234,\"Pune, city\"\r\n2026-10,26,19.5,\"Pune, city\"\r\n";

    private static readonly ViewComparison s_comparison = new(new Dictionary<string, string> { ["Low 80 %"] = "From (80 %)" });

    [Theory]
    [InlineData("", Before)]
    [InlineData("more columns and rows",
        "Month,New,Cases,Low 80 %,Place\r\n2026-09,1,31,24.1234,\"Pune, city\"\r\n2026-10,2,26,19.5,\"Pune, city\"\r\n2026-11,3,5,5,Goa\r\n")]
    [InlineData("another name", "Month,Cases,From (80 %),Place\r\n2026-09,31,24.1234,\"Pune, city\"\r\n2026-10,26,19.5,\"Pune, city\"\r\n")]
    [InlineData("another name nobody told of", "Month,Registered,Low 80 %,Place\r\n2026-09,31,24.1234,\"Pune, city\"\r\n2026-10,26,19.5,\"Pune, city\"\r\n")]
    [InlineData("fewer digits", "Month,Cases,Low 80 %,Place\r\n2026-09,31,24.12,\"Pune, city\"\r\n2026-10,26,19.50,\"Pune, city\"\r\n")]
    [InlineData("another order", "Month,Cases,Low 80 %,Place\r\n2026-10,26,19.5,\"Pune, city\"\r\n2026-09,31,24.1234,\"Pune, city\"\r\n")]
    public void Compare_SameFigures_FindsNothing(string what, string after)
    {
        var found = Compare(after);
        Assert.True(found.Count == 0, $"{what}: {string.Join(", ", found)}");
    }

    [Theory]
    [InlineData("a value", "Month,Cases,Low 80 %,Place\r\n2026-09,31,24.1234,\"Pune, city\"\r\n2026-10,27,19.5,\"Pune, city\"\r\n", "row 2, Cases", "26", "27")]
    [InlineData("a digit that both have", "Month,Cases,Low 80 %,Place\r\n2026-09,31,24.1235,\"Pune, city\"\r\n2026-10,26,19.5,\"Pune, city\"\r\n",
        "row 1, Low 80 %", "24.1234", "24.1235")]
    [InlineData("a value is gone", "Month,Cases,Low 80 %,Place\r\n2026-09,31,24.1234,\"Pune, city\"\r\n2026-10,,19.5,\"Pune, city\"\r\n", "row 2, Cases", "26",
        "")]
    [InlineData("a column is gone", "Month,Low 80 %,Place\r\n2026-09,24.1234,\"Pune, city\"\r\n2026-10,19.5,\"Pune, city\"\r\n", "column Cases", "31",
        "nothing")]
    [InlineData("a row is gone", "Month,Cases,Low 80 %,Place\r\n2026-09,31,24.1234,\"Pune, city\"\r\n", "row 2", "2026-10 | 26 | 19.5 | Pune, city", "nothing")]
    public void Compare_AnotherFigure_IsTold(string what, string after, string where, string was, string now)
    {
        var found = Compare(after);
        Assert.True(found is [var one] && one == new ViewDifference(where, was, now, IsFigure: true), $"{what}: {string.Join(", ", found)}");
    }

    [Fact]
    public void Compare_OtherWords_AreNoFigure()
    {
        var found = Compare(Before.Replace("Pune", "Poona", StringComparison.Ordinal));
        Assert.Equal(2, found.Count);
        Assert.All(found, one => Assert.False(one.IsFigure));
    }

    [Fact]
    public void Compare_Pages_MissesWhatOneNoLongerSays()
    {
        var before = ViewReader.Page("<nav>7</nav><main><h1>Cases</h1><p>1,234 cases, 12.5% more</p><td>5</td><td>5</td><svg><text>9</text></svg></main>");
        var after = ViewReader.Page("<main><td>5</td><p>12.5% more than before</p><b>1,234</b> in 3 places</main>");
        Assert.Equal([new ViewDifference("5", "5", "nothing", IsFigure: true)], s_comparison.Compare(before, after));
    }

    [Fact]
    public void Compare_RefusedInstead_IsTold() =>
        Assert.True(Assert.Single(s_comparison.Compare(ViewReader.Csv(Before), ViewReader.Refused(System.Net.HttpStatusCode.NotFound))).IsFigure);

    [Fact]
    public async Task SaveAsync_Figures_AreReadBackEqual()
    {
        var path = Path.GetTempFileName();
        var before = ViewReader.Csv(Before);
        await before.SaveAsync(path, TestContext.Current.CancellationToken);
        Assert.Empty(s_comparison.Compare(before, await ViewFigures.LoadAsync(path, TestContext.Current.CancellationToken)));
        File.Delete(path);
    }

    [Fact]
    public void All_Views_AreManyAndEachHasItsFile()
    {
        Assert.InRange(ViewCatalogue.All.Count, 200, 400);
        Assert.Equal(ViewCatalogue.All.Count, ViewCatalogue.All.DistinctBy(view => view.FileName).Count());
    }

    private static IReadOnlyList<ViewDifference> Compare(string after) => s_comparison.Compare(ViewReader.Csv(Before), ViewReader.Csv(after));
}
