namespace CrimeInsight.Core.OfficialFigures;

/// <summary>An official figure as it holds now: of the newest edition that has one, else of the tables the product came with.</summary>
/// <param name="Basis">How it was come by.</param>
/// <param name="Source">Who published it, and where.</param>
public sealed record OfficialFigure(int PlaceId, int Year, string Measure, long Cases, OfficialBasis Basis, string Source);
