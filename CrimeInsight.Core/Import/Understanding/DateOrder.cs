namespace CrimeInsight.Core.Import.Understanding;

/// <summary>How the dates of a column are ordered.</summary>
public enum DateOrder
{
    /// <summary>No dates of three numbers, or the year stands first.</summary>
    None,

    /// <summary>Every date could be either way round.</summary>
    Unknown,
    DayFirst,
    MonthFirst,

    /// <summary>Some can only be day first, others only month first.</summary>
    Mixed,
}
