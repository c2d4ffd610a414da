namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>A unit of a table that is no place of ours: a railway police, a wing for the whole state, a name nobody knows.</summary>
/// <param name="Suggestion">What may have been meant.</param>
public sealed record UnplacedUnit(string State, string Unit, int FirstYear, int LastYear, int Rows, string? Suggestion);
