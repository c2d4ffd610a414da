namespace CrimeInsight.Web.Features.Export;

/// <summary>Writes tables as files of one format.</summary>
internal interface ITableForm
{
    TableFormat Format { get; }

    /// <param name="stamp">What the file says of itself, where its format has a place for it.</param>
    ValueTask<byte[]> WriteAsync(TableExport export, ExportStamp stamp, CancellationToken cancellationToken);
}
