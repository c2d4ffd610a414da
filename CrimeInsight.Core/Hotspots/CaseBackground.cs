namespace CrimeInsight.Core.Hotspots;

/// <summary>What single cases are compared with, so that a crowd of them says more than that people live there.</summary>
public enum CaseBackground
{
    /// <summary>Cases of all heads in the same time: the head is more frequent there than others are.</summary>
    OtherCrimes,

    /// <summary>Cases of the same heads in the two years before: it is more frequent there than it was.</summary>
    EarlierYears,
}
