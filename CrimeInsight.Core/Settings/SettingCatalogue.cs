using System.Collections.Immutable;

namespace CrimeInsight.Core.Settings;

/// <summary>Everything that is set while the site runs.</summary>
public static class SettingCatalogue
{
    public static SettingDefinition FactorFrom { get; } = new("FactorFrom", SettingKind.LowestRole, SettingDefinition.Nobody);

    public static SettingDefinition Languages { get; } = new("Languages", SettingKind.Cultures, "");

    /// <summary>For whoever chose none and whose browser asks for none that is offered.</summary>
    public static SettingDefinition DefaultLanguage { get; } = new("DefaultLanguage", SettingKind.Culture, "");

    /// <summary>Fewest cases of protected heads that a table divides. No one can set less than the least there is.</summary>
    public static SettingDefinition MinimumTotal { get; } = new("MinimumTotal", SettingKind.Cases, "20", 10, 1_000_000)
    {
        Configuration = "Privacy:MinimumTotal",
    };

    /// <summary>Streets and names under the figures of maps.</summary>
    public static SettingDefinition TileUrl { get; } = new("TileUrl", SettingKind.TileAddress, "") { Configuration = "Map:TileUrl" };

    /// <summary>Whose tiles they are, as their licence asks it to be shown; without it none are shown.</summary>
    public static SettingDefinition TileCredit { get; } = new("TileCredit", SettingKind.Words, "") { Configuration = "Map:TileCredit" };

    public static SettingDefinition TileMaxZoom { get; } = new("TileMaxZoom", SettingKind.Zoom, "19", 1, 22) { Configuration = "Map:TileMaxZoom" };

    public static SettingDefinition UploadMostBytes { get; } = new("UploadMostBytes", SettingKind.Bytes, "2147483648", 1 << 20, 1L << 40)
    {
        Configuration = "DataRoom:MostBytes",
    };

    public static SettingDefinition UploadKeepHours { get; } = new("UploadKeepHours", SettingKind.Hours, "168", 1, 24 * 365)
    {
        Configuration = "DataRoom:KeepHours",
    };

    /// <summary>A cookie lives no longer than 14 days anyhow.</summary>
    public static SettingDefinition SessionIdleDays { get; } = new("SessionIdleDays", SettingKind.Days, "14", 1, 14);

    public static SettingDefinition SessionKeepDays { get; } = new("SessionKeepDays", SettingKind.Days, "365", 30, 3650);

    public static SettingDefinition RejectKeepDays { get; } = new("RejectKeepDays", SettingKind.Days, "400", 1, 36_500)
    {
        Configuration = "Batches:KeepRowsDays",
    };

    /// <summary>Whether administrators are offered the guide from the demo to their own data.</summary>
    public static SettingDefinition Guide { get; } = new("Guide", SettingKind.Switch, SettingDefinition.On);

    public static ImmutableArray<SettingDefinition> All { get; } =
    [
        FactorFrom, MinimumTotal, Languages, DefaultLanguage, TileUrl, TileCredit, TileMaxZoom, UploadMostBytes, UploadKeepHours, RejectKeepDays,
        SessionIdleDays, SessionKeepDays, Guide,
    ];

    /// <exception cref="ArgumentException">There is no such setting.</exception>
    public static SettingDefinition Of(string key) =>
        All.FirstOrDefault(definition => definition.Key == key) ?? throw new ArgumentException($"There is no setting '{key}'.", nameof(key));
}
