namespace CrimeInsight.Core.OfficialFigures;

/// <summary>An official figure of a place, a head and a year, printed or added up.</summary>
/// <param name="Basis">The least certain of its parts.</param>
public sealed record OfficialSum(long Cases, OfficialBasis Basis, string Source);
