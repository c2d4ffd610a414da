using System.Collections.Immutable;

namespace CrimeInsight.Web.Features.Export;

/// <summary>A form in which tables are downloaded.</summary>
/// <param name="Extension">End of the address and of the file's name, with its point.</param>
public sealed record TableFormat(string Extension, string MediaType)
{
    /// <summary>For spreadsheets.</summary>
    public static TableFormat Csv { get; } = new(".csv", "text/csv; charset=utf-8");

    /// <summary>For programs.</summary>
    public static TableFormat Json { get; } = new(".json", "application/json; charset=utf-8");

    public static ImmutableArray<TableFormat> All { get; } = [Csv, Json];
}
