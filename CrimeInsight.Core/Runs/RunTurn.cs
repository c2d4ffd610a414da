namespace CrimeInsight.Core.Runs;

/// <summary>When a unit has its turn: what people miss most comes first.</summary>
public enum RunTurn
{
    /// <summary>The whole country.</summary>
    Country,

    /// <summary>States and districts.</summary>
    Districts,

    /// <summary>What takes long to compute while somebody waits.</summary>
    Slow,

    /// <summary>Districts week by week.</summary>
    Weeks,

    /// <summary>What lies below the districts.</summary>
    Stations,

    /// <summary>What is made of units before it.</summary>
    Joint,

    /// <summary>What is computed within seconds where it is missing.</summary>
    Quick,
}
