namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Whether the level jumped on a known day.</summary>
/// <param name="Estimate">Null when it could not be tested.</param>
/// <param name="StepsAfter">Steps from that day on.</param>
public sealed record ShiftFinding(DateOnly Day, EffectVerdict Verdict, EffectEstimate? Estimate, int StepsAfter);
