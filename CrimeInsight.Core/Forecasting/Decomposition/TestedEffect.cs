namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>A festival's coefficient on the scale of the effects, its standard error and its p-value, doubled for the two windows.</summary>
internal sealed record TestedEffect(EffectCandidate Candidate, double Coefficient, double Error, double P)
{
    /// <summary>False when season or another effect explains nearly all of it.</summary>
    public bool IsSeparable { get; init; } = true;
}
