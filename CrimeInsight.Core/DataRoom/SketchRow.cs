using System.Collections.Immutable;

namespace CrimeInsight.Core.DataRoom;

/// <summary>A row of a file, to be looked at.</summary>
/// <param name="Number">As a spreadsheet counts; null: the rows before it were not read.</param>
/// <param name="Cells">Shortened; null when withheld.</param>
public sealed record SketchRow(long? Number, ImmutableArray<string?> Cells);
