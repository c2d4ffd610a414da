using System.Reflection;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Tests.Architecture;

/// <summary>Every address of the site is in <see cref="AppUrls"/>.</summary>
public sealed class AddressTests
{
    private const string Home = "CrimeInsight.Web/Shared/AppUrls.cs";

    [Fact]
    public void Web_AnyFile_WritesNoAddress() => Assert.Empty(
        SourceTree.Files("CrimeInsight.Web", ".cs", ".razor")
            .Where(file => file.Path != Home)
            .SelectMany(file => SourceRules.Addresses(file.Text).Select(address => $"{file.Path}: {address}")));

    [Fact]
    public void Pages_All_AreInAppUrls()
    {
        var known = typeof(AppUrls).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<string>().ToHashSet();
        var pages = typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).ToList();
        Assert.NotEmpty(pages);
        Assert.Empty(pages.Except(known));
    }

    [Theory]
    [InlineData("Navigation.NavigateTo(\"/map\");")]
    [InlineData("var url = $\"/cases/{id}\";")]
    [InlineData("<a href=\"/jobs\">@Text</a>")]
    [InlineData("routes.MapGet(\"/{place}/tiles\", GetTileAsync);")]
    public void Addresses_WrittenOut_AreFound(string code) => Assert.NotEmpty(SourceRules.Addresses(code));

    [Theory]
    [InlineData("@page \"/map\"")]
    [InlineData("Navigation.NavigateTo(AppUrls.Map);")]
    [InlineData("const string Overview = \"/\";")]
    public void Addresses_Named_AreNotFound(string code) => Assert.Empty(SourceRules.Addresses(code));
}
