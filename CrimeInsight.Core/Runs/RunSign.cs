namespace CrimeInsight.Core.Runs;

/// <summary>What a process that works on a run hears of it. Names are read from the database; never rename.</summary>
public enum RunSign
{
    Go,

    /// <summary>Somebody asked to cancel it.</summary>
    Cancel,

    /// <summary>It was ended elsewhere.</summary>
    Over,

    /// <summary>Another process took the unit over.</summary>
    Lost,
}
