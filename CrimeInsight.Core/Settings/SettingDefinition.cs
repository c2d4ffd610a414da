using System.Globalization;
using System.Text.RegularExpressions;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Settings;

/// <summary>Something that is set while the site runs.</summary>
/// <param name="Key">As it is stored; never renamed.</param>
/// <param name="Default">Where the configuration names no other.</param>
/// <param name="Least">Of numbers.</param>
/// <param name="Most">Of numbers.</param>
public sealed partial record SettingDefinition(string Key, SettingKind Kind, string Default, long Least = 0, long Most = 0)
{
    /// <summary>Nobody, as a lowest role.</summary>
    public const string Nobody = "none";

    /// <summary>Values of a switch.</summary>
    public const string On = "on";

    /// <inheritdoc cref="On"/>
    public const string Off = "off";

    private const int MostLetters = 300;

    private static readonly string[] s_tileParts = ["{z}", "{x}", "{y}"];

    /// <summary>Its name in the configuration.</summary>
    public string Configuration { get; init; } = $"Settings:{Key}";

    /// <summary>How many of what is stored are one of what people see and enter.</summary>
    public long Scale => Kind == SettingKind.Bytes ? 1 << 20 : 1;

    /// <summary>The value as it is stored; null when it is none.</summary>
    /// <param name="cultures">Names of the cultures there are, for settings that name some.</param>
    public string? Read(string? value, IReadOnlyCollection<string> cultures) => Kind switch
    {
        SettingKind.LowestRole => value == Nobody ? Nobody : RoleOf(value)?.ToString().ToLowerInvariant(),
        SettingKind.Cultures => CulturesOf(value, cultures) is { Count: > 0 } chosen ? string.Join(',', chosen) : null,
        SettingKind.Culture => CulturesOf(value, cultures) is [var only] ? only : null,
        SettingKind.Switch => value is On or Off ? value : null,
        SettingKind.TileAddress => value?.Trim() is { } address && (address.Length == 0 || OriginOf(address) is not null) ? address : null,
        SettingKind.Words => value?.Trim() is { Length: <= MostLetters } words && !words.Any(char.IsControl) ? words : null,
        _ => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
            ? number.ToString(CultureInfo.InvariantCulture)
            : null,
    };

    /// <summary>Scheme and host of a tile server's address, as a browser is told to allow them; null when it is no such address.</summary>
    internal static string? OriginOf(string address) =>
        address.Length <= MostLetters && TileAddressPattern().Match(address) is { Success: true } match
            && s_tileParts.All(part => address.Contains(part, StringComparison.Ordinal))
            ? match.Groups[1].Value
            : null;

    /// <summary>Null: nobody.</summary>
    internal static PersonRole? RoleOf(string? value) =>
        value is { Length: > 0 } && char.IsAsciiLetter(value[0]) && Enum.TryParse<PersonRole>(value, ignoreCase: true, out var role) ? role : null;

    private static List<string>? CulturesOf(string? value, IReadOnlyCollection<string> cultures)
    {
        var named = (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return named.All(name => cultures.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? [.. cultures.Where(culture => named.Contains(culture, StringComparer.OrdinalIgnoreCase))]
            : null;
    }

    // What stands in it goes into a header: no more than an address needs.
    [GeneratedRegex("^(https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?)/[A-Za-z0-9{}/._~%?&=@:+-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex TileAddressPattern();
}
