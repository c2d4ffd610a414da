using System.Globalization;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Architecture;

public sealed class SizeTests
{
    private const int MostLines = 300;
    private const int MostMarkupLines = 150;

    /// <summary>Files that are longer, with their present length: the number may only shrink, and the entry goes when the file fits.</summary>
    private static readonly Dictionary<string, int> s_exceptions = [];

    private static readonly string[] s_projects = [
        "CrimeInsight.Core", "CrimeInsight.Data", "CrimeInsight.Web", "CrimeInsight.Tests", "CrimeInsight.Benchmarks"];

    [Fact]
    public void Files_AnyProject_AreShort() => Assert.Empty(TooLong(
        s_projects.SelectMany(project => SourceTree.Files(project, ".cs", ".razor", ".js")), s_exceptions));

    [Fact]
    public void Exceptions_FileThatFits_IsNoLongerListed()
    {
        var lines = s_projects.SelectMany(project => SourceTree.Files(project, ".cs", ".razor", ".js"))
            .ToDictionary(file => file.Path, file => Lines(file.Text));
        Assert.Empty(s_exceptions.Where(entry => !lines.TryGetValue(entry.Key, out var length) || length < entry.Value).Select(entry => entry.Key));
    }

    [Fact]
    public void Lines_AnyProject_FitTheirColumns() => Assert.Empty(
        s_projects.SelectMany(project => SourceTree.Files(project, ".cs"))
            .SelectMany(file => SyntaxRules.WideLines(file.Text).Select(line => $"{file.Path}:{line}")));

    [Theory]
    [InlineData("//{0}", 158, 0)]
    [InlineData("//{0}", 159, 1)]
    [InlineData("class A {{ int {0}; }}", 160, 1)]
    [InlineData("class A {{ string B = Make(\"{0}\"); }}", 160, 1)]
    [InlineData("class A {{ string B = Make(\n\"{0}\"); }}", 160, 0)]
    [InlineData("class A {{ string B = \"\"\"\n{0}\n\"\"\"; }}", 200, 0)]
    public void WideLines_Line_IsFoundUnlessItIsOneText(string code, int letters, int found) =>
        Assert.Equal(found, SyntaxRules.WideLines(string.Format(CultureInfo.InvariantCulture, code, new string('a', letters))).Count);

    [Fact]
    public void TooLong_LongFile_IsFound() => Assert.NotEmpty(TooLong([("A.cs", new string('\n', MostLines + 1))], []));

    [Fact]
    public void TooLong_LongMarkup_IsFound() => Assert.NotEmpty(TooLong([("A.razor", new string('\n', MostMarkupLines + 1))], []));

    private static IEnumerable<string> TooLong(IEnumerable<(string Path, string Text)> files, Dictionary<string, int> exceptions) =>
        from file in files
        let lines = Lines(file.Text)
        let most = exceptions.GetValueOrDefault(file.Path, file.Path.EndsWith(".razor", StringComparison.Ordinal) ? MostMarkupLines : MostLines)
        where lines > most
        select $"{file.Path} has {lines} lines, at most {most}";

    private static int Lines(string text) => text.Count(character => character == '\n');
}
