namespace CrimeInsight.Core.Settings;

/// <summary>What the value of a setting is.</summary>
public enum SettingKind
{
    /// <summary>A whole number of days.</summary>
    Days,

    /// <summary>A whole number of hours.</summary>
    Hours,

    /// <summary>Bytes, as people see and enter them in whole megabytes of 1,048,576.</summary>
    Bytes,

    /// <summary>A whole number of cases.</summary>
    Cases,

    /// <summary>A zoom of a map.</summary>
    Zoom,

    /// <summary>The lowest role it holds for, or nobody.</summary>
    LowestRole,

    /// <summary>Names of cultures, one at least.</summary>
    Cultures,

    /// <summary>Name of one culture.</summary>
    Culture,

    /// <summary>Address of the pictures of a tile server, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; empty for none.</summary>
    TileAddress,

    /// <summary>On or off.</summary>
    Switch,

    /// <summary>A line of words; may be empty.</summary>
    Words,
}
