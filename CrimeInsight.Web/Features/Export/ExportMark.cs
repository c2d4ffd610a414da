namespace CrimeInsight.Web.Features.Export;

/// <summary>Metadata of every address that answers with a file.</summary>
internal sealed class ExportMark
{
    public static ExportMark Instance { get; } = new();
}
