using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Rejected rows of a batch.</summary>
internal sealed class BatchRejectsSource(BatchFiles files) : ITableSource
{
    public Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken) => files.ReadAsync(
        address,
        "batch-rejects",
        async (batches, id, viewer) => BatchTables.Rejects(await batches.RejectsAsync(id, 0, BatchFiles.MostRows, viewer, cancellationToken)),
        cancellationToken);
}
