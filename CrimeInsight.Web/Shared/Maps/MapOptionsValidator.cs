using CrimeInsight.Web.Shared.Security;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>A tile server needs its address, its credit and its place in the content security policy.</summary>
internal sealed class MapOptionsValidator(IOptions<SiteOptions> site) : IValidateOptions<MapOptions>
{
    private static readonly string[] s_parts = ["{z}", "{x}", "{y}"];

    public ValidateOptionsResult Validate(string? name, MapOptions options)
    {
        if (string.IsNullOrEmpty(options.TileUrl))
            return ValidateOptionsResult.Success;
        var missing = s_parts.FirstOrDefault(part => !options.TileUrl.Contains(part, StringComparison.Ordinal));
        if (missing is not null)
            return ValidateOptionsResult.Fail(
                $"Map:TileUrl '{options.TileUrl}' lacks {missing}; write it such as https://tiles.example.in/{{z}}/{{x}}/{{y}}.png.");
        if (string.IsNullOrWhiteSpace(options.TileCredit))
            return ValidateOptionsResult.Fail("Map:TileCredit is missing; tile servers ask for their name to be shown, such as © OpenStreetMap contributors.");
        var origin = site.Value.TileServerOrigin;
        return !string.IsNullOrEmpty(origin) && options.TileUrl.StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Map:TileUrl '{options.TileUrl}' is not on Site:TileServerOrigin ('{origin}'); set both to the same server, or the browser refuses its tiles.");
    }
}
