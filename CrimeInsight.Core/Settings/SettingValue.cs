namespace CrimeInsight.Core.Settings;

/// <summary>What a setting is now.</summary>
/// <param name="Value">As it is stored.</param>
/// <param name="Default">The value of the configuration, which holds when nobody set another.</param>
/// <param name="ChangedAt">Null: nobody did.</param>
public sealed record SettingValue(SettingDefinition Definition, string Value, string Default, DateTimeOffset? ChangedAt, string? ChangedBy);
