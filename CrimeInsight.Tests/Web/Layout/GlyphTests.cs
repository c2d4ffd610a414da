using Bunit;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Layout;
using MudBlazor;

namespace CrimeInsight.Tests.Web.Layout;

public sealed class GlyphTests : WebContext
{
    [Fact]
    public void Medium_Icon_LooksAsTheComponentDoes()
    {
        var ours = Render(builder => builder.AddContent(0, Glyph.Medium(Icons.Material.Rounded.Tune, "mine"))).Find("svg");
        var theirs = Render<MudIcon>(parameters => parameters.Add(icon => icon.Icon, Icons.Material.Rounded.Tune).Add(icon => icon.Class, "mine")).Find("svg");

        Assert.Equal(theirs.ClassList.Order(), ours.ClassList.Order());
        Assert.Equal(theirs.GetAttribute("viewBox"), ours.GetAttribute("viewBox"));
        Assert.Equal(theirs.InnerHtml.Trim(), ours.InnerHtml.Trim());
        Assert.Equal("true", ours.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Small_WithTitle_SpeaksAndEscapes()
    {
        var glyph = Render(builder => builder.AddContent(0, Glyph.Small(Icons.Material.Rounded.Tune, null, "a<b")));

        Assert.Equal("a<b", glyph.Find("title").TextContent);
        Assert.False(glyph.Find("svg").HasAttribute("aria-hidden"));
    }

    [Fact]
    public void Medium_SameIconAgain_IsTheSameText() =>
        Assert.Same(Glyph.Medium(Icons.Material.Rounded.Map, "x").Value, Glyph.Medium(Icons.Material.Rounded.Map, "x").Value);
}
