using System.Collections.Immutable;

namespace CrimeInsight.Core.DataRoom;

/// <summary>A column of a file.</summary>
/// <param name="IsPersonal">It looks like personal data: it is never read, and its values are not shown.</param>
/// <param name="Filled">Rows that have a value in it.</param>
/// <param name="Samples">The first different values, shortened.</param>
public sealed record SketchColumn(string Name, bool IsPersonal, long Filled, ImmutableArray<string> Samples);
