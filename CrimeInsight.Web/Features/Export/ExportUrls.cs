using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.Export;

/// <summary>Addresses of downloads: any semantic query as a file.</summary>
public static class ExportUrls
{
    /// <summary>Path of the downloads, without its end.</summary>
    public const string Path = AppUrls.QueryFile;

    /// <summary>Path of the CSV download; the query follows in its URL form.</summary>
    public const string Csv = Path + ".csv";

    /// <summary>What absent parameters of the address mean.</summary>
    public static IncidentQuery Defaults { get; } = new() { Measures = [Measure.Count], Period = Period.Year(2000) };

    /// <summary>Address of a query's rows as CSV.</summary>
    public static string For(IncidentQuery query) => $"{Csv}?{IncidentQueryUrl.Write(query, Defaults)}";
}
