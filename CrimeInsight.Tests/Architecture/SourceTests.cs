using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Architecture;

public sealed class SourceTests
{
    [Fact]
    public void Core_AnyFile_HasNoClockNoSharedRandomNoBlockingWait() =>
        Assert.Empty(Broken("CrimeInsight.Core", SourceRules.Impurities));

    [Theory]
    [InlineData("CrimeInsight.Core")]
    [InlineData("CrimeInsight.Web")]
    public void Sql_OutsideData_DoesNotExist(string project) => Assert.Empty(Broken(project, SourceRules.Sql));

    [Fact]
    public void Browser_OutsideShared_IsNotCalled() => Assert.Empty(Broken("CrimeInsight.Web/Features", SourceRules.BrowserCalls));

    [Fact]
    public void Folders_AnyProject_HaveNamesThatMeanSomething()
    {
        string[] empty = ["Helpers", "Utils", "Utilities", "Common", "Models", "Services", "Managers"];
        var folders = new[] { "CrimeInsight.Core", "CrimeInsight.Data", "CrimeInsight.Web", "CrimeInsight.Tests" }
            .SelectMany(project => SourceTree.Files(project, ".cs", ".razor"))
            .Where(file => file.Path.Split('/').Any(empty.Contains));
        Assert.Empty(folders.Select(file => file.Path));
    }

    [Theory]
    [InlineData("var at = DateTimeOffset.UtcNow;")]
    [InlineData("var random = Random.Shared;")]
    [InlineData("return task.Result;")]
    public void Impurities_ForbiddenCall_IsFound(string code) => Assert.NotEmpty(SourceRules.Impurities(code));

    [Fact]
    public void Impurities_Comment_IsNotACall() => Assert.Empty(SourceRules.Impurities("// never DateTime.Now"));

    [Theory]
    [InlineData("const string Sql = \"SELECT id FROM crime.person\";")]
    [InlineData("\"DELETE FROM crime.person\"")]
    public void Sql_Statement_IsFound(string code) => Assert.NotEmpty(SourceRules.Sql(code));

    [Fact]
    public void BrowserCalls_Runtime_IsFound() => Assert.NotEmpty(SourceRules.BrowserCalls("[Inject] public required IJSRuntime Js { get; init; }"));

    private static IEnumerable<string> Broken(string folder, Func<string, IReadOnlyList<string>> rule) =>
        SourceTree.Files(folder, ".cs", ".razor").SelectMany(file => rule(file.Text).Select(found => $"{file.Path}: {found}"));
}
