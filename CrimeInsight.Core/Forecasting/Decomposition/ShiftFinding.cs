namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Whether the level jumped on a known day, or where it jumped on a day nobody announced.</summary>
/// <param name="Estimate">Null when it could not be tested.</param>
/// <param name="StepsAfter">Steps from that day on.</param>
public sealed record ShiftFinding(DateOnly Day, EffectVerdict Verdict, EffectEstimate? Estimate, int StepsAfter)
{
    /// <summary>No day known beforehand: the search found it. Its p-values are corrected for all steps it was looked for at.</summary>
    public bool IsFound { get; init; }
}
