namespace CrimeInsight.Core.Hotspots;

/// <summary>What cases are compared with where residents are not known, so that many of them say more than that people live there.</summary>
public enum CaseBackground
{
    /// <summary>Cases of all heads in the same time: the head is more frequent there than others are.</summary>
    OtherCrimes,

    /// <summary>Cases of the same heads in the two years before: it is more frequent there than it was.</summary>
    EarlierYears,
}
