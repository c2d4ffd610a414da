namespace CrimeInsight.Core.Settings;

/// <summary>A setting was changed.</summary>
/// <param name="Before">Null: the value of the configuration.</param>
/// <param name="After">Null: the value of the configuration.</param>
public sealed record SettingChange(long Id, string Key, string? Before, string? After, DateTimeOffset At, string UserName);
