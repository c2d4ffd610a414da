using System.Collections.Immutable;

namespace CrimeInsight.Core.DataRoom;

/// <summary>What a file is, at a glance.</summary>
/// <param name="Rows">Behind the header; blank ones do not count.</param>
/// <param name="First">Cells of the first rows, shortened; those of columns that look like personal data are null.</param>
/// <param name="Last">Those of the last rows, if there are more.</param>
/// <param name="Fingerprint">Of the names of the columns, in any order: files of one source have the same. Lower-case hexadecimal.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal.</param>
public sealed record FileSketch(
    string Encoding, char Delimiter, ImmutableArray<SketchColumn> Columns, long Rows, ImmutableArray<SketchRow> First, ImmutableArray<SketchRow> Last,
    string Fingerprint, string Sha256);
