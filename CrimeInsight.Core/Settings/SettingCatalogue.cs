using System.Collections.Immutable;

namespace CrimeInsight.Core.Settings;

/// <summary>Everything that is set while the site runs.</summary>
public static class SettingCatalogue
{
    public static SettingDefinition FactorFrom { get; } = new("FactorFrom", SettingKind.LowestRole, SettingDefinition.Nobody);

    public static SettingDefinition Languages { get; } = new("Languages", SettingKind.Cultures, "");

    /// <summary>A cookie lives no longer than 14 days anyhow.</summary>
    public static SettingDefinition SessionIdleDays { get; } = new("SessionIdleDays", SettingKind.Days, "14", 1, 14);

    public static SettingDefinition SessionKeepDays { get; } = new("SessionKeepDays", SettingKind.Days, "365", 30, 3650);

    public static SettingDefinition RejectKeepDays { get; } = new("RejectKeepDays", SettingKind.Days, "400", 1, 36_500)
    {
        Configuration = "Batches:KeepRowsDays",
    };

    public static ImmutableArray<SettingDefinition> All { get; } = [FactorFrom, Languages, SessionIdleDays, SessionKeepDays, RejectKeepDays];

    /// <exception cref="ArgumentException">There is no such setting.</exception>
    public static SettingDefinition Of(string key) =>
        All.FirstOrDefault(definition => definition.Key == key) ?? throw new ArgumentException($"There is no setting '{key}'.", nameof(key));
}
