using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import;

/// <summary>Which part of a file holds the data, where it could be several.</summary>
/// <param name="Entry">Name of a file in an archive; null: the only one.</param>
/// <param name="Sheet">Name of a sheet of a workbook; null: the only one that holds rows.</param>
public sealed record DataFileChoice(string? Entry = null, string? Sheet = null)
{
    /// <summary>Only what the file is like is wanted: formats that must be read from end to end are read at their beginning.</summary>
    [JsonIgnore]
    public bool IsGlance { get; init; }
}
