namespace CrimeInsight.Web.Features.Export;

/// <summary>A file as an answer, and what it says of its data.</summary>
internal sealed class ExportFile(byte[] content, TableFormat format, string name, bool isSynthetic) : IResult
{
    /// <summary>The file calls its data synthetic.</summary>
    public bool IsSynthetic => isSynthetic;

    public Task ExecuteAsync(HttpContext httpContext) =>
        Results.File(content, format.MediaType, $"{name}{(isSynthetic ? "-synthetic" : "")}{format.Extension}").ExecuteAsync(httpContext);
}
