using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Security;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Web.Map;

public sealed class MapOptionsValidatorTests
{
    private const string Tiles = "https://tiles.example.in/{z}/{x}/{y}.png";

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(Tiles, "© Example", "https://tiles.example.in")]
    public void Validate_Consistent_Passes(string? url, string? credit, string? origin) => Assert.True(Validate(url, credit, origin).Succeeded);

    [Theory]
    [InlineData("https://tiles.example.in/{z}/{x}.png", "© Example", "https://tiles.example.in", "{y}")]
    [InlineData(Tiles, " ", "https://tiles.example.in", "Map:TileCredit")]
    [InlineData(Tiles, "© Example", null, "Site:TileServerOrigin")]
    [InlineData("https://tiles.example.info/{z}/{x}/{y}.png", "© Example", "https://tiles.example.in", "Site:TileServerOrigin")]
    public void Validate_Inconsistent_NamesTheSetting(string url, string credit, string? origin, string named) =>
        Assert.Contains(named, Validate(url, credit, origin).FailureMessage, StringComparison.Ordinal);

    private static ValidateOptionsResult Validate(string? url, string? credit, string? origin) =>
        new MapOptionsValidator(Options.Create(new SiteOptions { TileServerOrigin = origin }))
            .Validate(null, new MapOptions { TileUrl = url, TileCredit = credit });
}
