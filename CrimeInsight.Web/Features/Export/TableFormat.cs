using System.Collections.Immutable;

namespace CrimeInsight.Web.Features.Export;

/// <summary>A form in which tables are downloaded.</summary>
/// <param name="Extension">End of the address and of the file's name, with its point.</param>
public sealed record TableFormat(string Extension, string MediaType)
{
    /// <summary>For any spreadsheet or editor.</summary>
    public static TableFormat Csv { get; } = new(".csv", "text/csv; charset=utf-8");

    /// <summary>For programs.</summary>
    public static TableFormat Json { get; } = new(".json", "application/json; charset=utf-8");

    /// <summary>For Excel and its kin: figures and what they are on a sheet each.</summary>
    public static TableFormat Xlsx { get; } = new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>For analysts' programs.</summary>
    public static TableFormat Parquet { get; } = new(".parquet", "application/vnd.apache.parquet");

    public static ImmutableArray<TableFormat> All { get; } = [Csv, Xlsx, Parquet, Json];
}
