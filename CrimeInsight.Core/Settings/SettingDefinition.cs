using System.Globalization;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Settings;

/// <summary>Something that is set while the site runs.</summary>
/// <param name="Key">As it is stored; never renamed.</param>
/// <param name="Default">Where the configuration names no other.</param>
/// <param name="Least">Of days.</param>
/// <param name="Most">Of days.</param>
public sealed record SettingDefinition(string Key, SettingKind Kind, string Default, int Least = 0, int Most = 0)
{
    /// <summary>Nobody, as a lowest role.</summary>
    public const string Nobody = "none";

    /// <summary>Its name in the configuration.</summary>
    public string Configuration { get; init; } = $"Settings:{Key}";

    /// <summary>The value as it is stored; null when it is none.</summary>
    /// <param name="cultures">Names of the cultures there are, for settings that name some.</param>
    public string? Read(string? value, IReadOnlyCollection<string> cultures) => Kind switch
    {
        SettingKind.Days => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= Least && days <= Most
            ? days.ToString(CultureInfo.InvariantCulture)
            : null,
        SettingKind.LowestRole => value == Nobody ? Nobody : RoleOf(value)?.ToString().ToLowerInvariant(),
        _ => CulturesOf(value, cultures) is { Count: > 0 } chosen ? string.Join(',', chosen) : null,
    };

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
}
