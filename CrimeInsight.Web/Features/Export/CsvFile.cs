using System.Text;

namespace CrimeInsight.Web.Features.Export;

/// <summary>A CSV file as an answer, and what it says of its data.</summary>
internal sealed class CsvFile(string text, string name, bool isSynthetic) : IResult
{
    /// <summary>The file calls its data synthetic.</summary>
    public bool IsSynthetic => isSynthetic;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        // The mark lets spreadsheets see UTF-8.
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        return Results.File(bytes, "text/csv; charset=utf-8", $"{name}{(isSynthetic ? "-synthetic" : "")}.csv").ExecuteAsync(httpContext);
    }
}
