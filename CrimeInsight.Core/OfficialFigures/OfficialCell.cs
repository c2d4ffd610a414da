namespace CrimeInsight.Core.OfficialFigures;

/// <summary>One official figure.</summary>
/// <param name="Measure">One of <see cref="OfficialMeasures"/>, or the code of a head.</param>
public readonly record struct OfficialCell(int PlaceId, int Year, string Measure, long Cases);
