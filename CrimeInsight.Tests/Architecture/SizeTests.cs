using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Architecture;

public sealed class SizeTests
{
    private const int MostLines = 300;
    private const int MostMarkupLines = 150;
    private const int MostColumns = 160;

    /// <summary>Files that are longer, with their present length: the number may only shrink, and the entry goes when the file fits.</summary>
    private static readonly Dictionary<string, int> s_exceptions = [];

    /// <summary>Lines that are wider: the number may only shrink.</summary>
    private const int KnownWideLines = 1450;

    private static readonly string[] s_projects = ["CrimeInsight.Core", "CrimeInsight.Data", "CrimeInsight.Web", "CrimeInsight.Tests", "CrimeInsight.Benchmarks"];

    [Fact]
    public void Files_AnyProject_AreShort() => Assert.Empty(TooLong(
        s_projects.SelectMany(project => SourceTree.Files(project, ".cs", ".razor", ".js")), s_exceptions));

    [Fact]
    public void Exceptions_FileThatFits_IsNoLongerListed()
    {
        var lines = s_projects.SelectMany(project => SourceTree.Files(project, ".cs", ".razor", ".js")).ToDictionary(file => file.Path, file => Lines(file.Text));
        Assert.Empty(s_exceptions.Where(entry => !lines.TryGetValue(entry.Key, out var length) || length < entry.Value).Select(entry => entry.Key));
    }

    [Fact]
    public void Lines_AnyProject_FitTheirColumns()
    {
        var wide = TooWide(s_projects.SelectMany(project => SourceTree.Files(project, ".cs"))).ToList();
        Assert.True(wide.Count <= KnownWideLines, $"{wide.Count}, at most {KnownWideLines}: {string.Join('\n', wide)}");
    }

    [Theory]
    [InlineData(MostColumns, 0)]
    [InlineData(MostColumns + 1, 1)]
    public void TooWide_Line_IsFoundFromItsColumn(int columns, int found) => Assert.Equal(found, TooWide([("A.cs", $"//\r\n{new string('a', columns)}\r\n//")]).Count());

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

    private static IEnumerable<string> TooWide(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from line in file.Text.Split('\n').Select((text, index) => (Text: text.TrimEnd('\r'), Number: index + 1))
        where line.Text.Length > MostColumns
        select $"{file.Path}:{line.Number} has {line.Text.Length} columns, at most {MostColumns}";

    private static int Lines(string text) => text.Count(character => character == '\n');
}
