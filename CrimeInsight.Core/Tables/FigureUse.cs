namespace CrimeInsight.Core.Tables;

/// <summary>Where a column is.</summary>
public enum FigureUse
{
    Everywhere,

    /// <summary>In files, which have room for it.</summary>
    File,

    /// <summary>On screen: what it says is in other columns of the file.</summary>
    Screen,
}
