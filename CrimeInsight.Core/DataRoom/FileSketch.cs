using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Understanding;

namespace CrimeInsight.Core.DataRoom;

/// <summary>What a file is, at a glance.</summary>
/// <param name="Rows">Behind the header; blank ones do not count.</param>
/// <param name="First">Cells of the first rows, shortened; those of columns that look like personal data are null.</param>
/// <param name="Last">Those of the last rows, if there are more.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal.</param>
/// <param name="Understanding">What its beginning, middle and end say of it.</param>
/// <param name="Suggestion">How it is best read, with what its values need to be asked.</param>
public sealed record FileSketch(
    ImmutableArray<SketchColumn> Columns, long Rows, ImmutableArray<SketchRow> First, ImmutableArray<SketchRow> Last, string Sha256,
    FileUnderstanding Understanding, ImportMapping Suggestion)
{
    /// <summary>The file is large: rows, filled cells and samples are of its beginning only.</summary>
    public bool IsPart { get; init; }

    /// <summary>By which files of one source are known again.</summary>
    [JsonIgnore]
    public string Fingerprint => HeaderFingerprint.Of(Columns.Select(column => column.Name));
}
