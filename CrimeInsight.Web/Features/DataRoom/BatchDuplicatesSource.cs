using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Rows of a batch that equal known cases.</summary>
internal sealed class BatchDuplicatesSource(BatchFiles files) : ITableSource
{
    public Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken) => files.ReadAsync(
        address,
        "batch-duplicates",
        async (batches, id, viewer) => BatchTables.Duplicates(await batches.DuplicatesAsync(id, 0, BatchFiles.MostRows, viewer, cancellationToken)),
        cancellationToken);
}
