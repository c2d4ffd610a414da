namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>What a place is in one step, after correction for all places and steps.</summary>
public enum BinState
{
    /// <summary>Not told from chance.</summary>
    None,

    /// <summary>High together with its neighbours in space and time.</summary>
    Hot,

    /// <summary>Low together with its neighbours in space and time.</summary>
    Cold,
}
