using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Architecture;

public sealed class SyntaxTests
{
    private static readonly string[] s_projects = [
        "CrimeInsight.Core", "CrimeInsight.Data", "CrimeInsight.Web", "CrimeInsight.Tests", "CrimeInsight.Benchmarks"];

    private static readonly KnownExceptions s_long = new();

    private static readonly KnownExceptions s_composed = new();

    [Fact]
    public void Methods_AnyProject_AreShort() => s_long.Hold(
        s_projects.SelectMany(project => SourceTree.Files(project, ".cs"))
            .SelectMany(file => SyntaxRules.LongMethods(file.Text).Select(method => $"{Path.GetFileName(file.Path)}: {method.Name}, {method.Lines} lines")));

    [Fact]
    public void Keys_OfTexts_AreNamedInFull() => s_composed.Hold(
        SourceTree.Files("CrimeInsight.Web", ".cs")
            .SelectMany(file => SyntaxRules.ComposedKeys(file.Text).Select(key => $"{Path.GetFileName(file.Path)}: {key}"))
            .Concat(SourceTree.Files("CrimeInsight.Web", ".razor")
                .SelectMany(file => SyntaxRules.ComposedMarkupKeys(file.Text).Select(key => $"{Path.GetFileName(file.Path)}: {key}"))));

    [Theory]
    [InlineData("void Run()\n{\n$\n}")]
    [InlineData("A()\n{\n$\n}")]
    [InlineData("int Size\n{\nget\n{\n$\n}\n}")]
    [InlineData("void Run()\n{\nvoid Inner()\n{\n$\n}\n}")]
    [InlineData("int Run() => Sum(\n$\n1);")]
    public void LongMethods_Longer_AreFound(string member)
    {
        var filler = string.Concat(Enumerable.Repeat("//\n", SyntaxRules.MostMethodLines));
        Assert.NotEmpty(SyntaxRules.LongMethods($"class A\n{{\n{member.Replace("$", filler, StringComparison.Ordinal)}\n}}"));
    }

    [Fact]
    public void LongMethods_AsLongAsAllowed_IsNotFound() =>
        Assert.Empty(
            SyntaxRules.LongMethods(
                $"class A {{\n/// <summary>Not counted.</summary>\nvoid "
                    + $"Run()\n{{\n{string.Concat(Enumerable.Repeat("//\n", SyntaxRules.MostMethodLines - 3))}}}\n}}"));

    [Theory]
    [InlineData("text[\"Status\" + status]")]
    [InlineData("text[$\"Status{status}\"]")]
    [InlineData("text[prefix + \"Title\", 3]")]
    [InlineData("Text[\"A\" + kind + \"Title\"]")]
    public void ComposedKeys_Pieces_AreFound(string key)
    {
        Assert.NotEmpty(SyntaxRules.ComposedKeys($"class A {{ string B => {key}; }}"));
        Assert.NotEmpty(SyntaxRules.ComposedMarkupKeys($"<p>@{key}</p>"));
    }

    [Theory]
    [InlineData("text[nameof(QueryText.Code)]")]
    [InlineData("text[key, \"a\" + b]")]
    [InlineData("values[i + 1]")]
    [InlineData("values[^1]")]
    public void ComposedKeys_Names_AreNotFound(string key)
    {
        Assert.Empty(SyntaxRules.ComposedKeys($"class A {{ string B => {key}; }}"));
        Assert.Empty(SyntaxRules.ComposedMarkupKeys($"<p>@{key}</p>"));
    }
}
