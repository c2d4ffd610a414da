using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Architecture;

public sealed class RazorTests
{
    private static readonly IReadOnlyList<(string Path, string Text)> s_markup = SourceTree.Files("CrimeInsight.Web", ".razor");

    [Fact]
    public void Markup_AnyComponent_HasNoCodeBlock() =>
        Assert.Empty(s_markup.Where(file => RazorRules.HasCodeBlock(file.Text)).Select(file => file.Path));

    [Fact]
    public void Markup_AnyComponent_HasNoLiteralProse() =>
        Assert.Empty(s_markup.SelectMany(file => RazorRules.LiteralProse(file.Text).Select(prose => $"{file.Path}: {prose}")));

    [Theory]
    [InlineData("<p>Hello officer</p>")]
    [InlineData("<MudButton>Save</MudButton>")]
    [InlineData("<img alt=\"A map\" />")]
    [InlineData("<p>@Text[nameof(SharedText.Save)] now</p>")]
    [InlineData("@if (_isReady)\n{\n  <p>Done</p>\n}")]
    [InlineData("<Panel Title=\"Trend\" />")]
    public void LiteralProse_WordsForPeople_AreFound(string markup) => Assert.NotEmpty(RazorRules.LiteralProse(markup));

    [Theory]
    [InlineData("<p>@Text[nameof(SharedText.Save)]</p>")]
    [InlineData("<p class=\"warm words\">@(count > 3 ? A : B)</p>")]
    [InlineData("@foreach (var item in items.Where(x => x.Length > 2))\n{\n  <li @key=\"item\">@item.Name</li>\n}")]
    [InlineData("@page \"/map\"\n@using System.Linq\n<p>12 · 5%</p>")]
    [InlineData("<b title=\"@Text[nameof(SharedText.Save)]\"></b>")]
    public void LiteralProse_Expressions_AreNotProse(string markup) => Assert.Empty(RazorRules.LiteralProse(markup));

    [Fact]
    public void HasCodeBlock_CodeBlock_IsFound() => Assert.True(RazorRules.HasCodeBlock("<p></p>\n@code {\n}"));
}
