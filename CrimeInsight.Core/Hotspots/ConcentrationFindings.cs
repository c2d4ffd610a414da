using CrimeInsight.Core.Spatial.Concentration;


namespace CrimeInsight.Core.Hotspots;

/// <summary>How the cases of a scope concentrate at its places.</summary>
/// <param name="Report">Null when there are too few places or cases, or figures are withheld.</param>
public sealed record ConcentrationFindings(ConcentrationReport? Report)
{
    /// <summary>There is no report because figures are withheld.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>The cases of heads whose victims are protected are left out.</summary>
    public bool IsWithoutSensitive { get; init; }
}
