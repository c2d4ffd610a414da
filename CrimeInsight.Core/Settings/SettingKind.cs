namespace CrimeInsight.Core.Settings;

/// <summary>What the value of a setting is.</summary>
public enum SettingKind
{
    /// <summary>A whole number of days.</summary>
    Days,

    /// <summary>The lowest role it holds for, or nobody.</summary>
    LowestRole,

    /// <summary>Names of cultures, one at least.</summary>
    Cultures,
}
