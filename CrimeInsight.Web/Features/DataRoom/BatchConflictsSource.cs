using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Rows of a batch that contradict known cases.</summary>
internal sealed class BatchConflictsSource(BatchFiles files) : ITableSource
{
    public Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken) => files.ReadAsync(
        address,
        "batch-conflicts",
        async (batches, id, viewer) =>
            BatchTables.Conflicts(await batches.ConflictsAsync(id, isPending: false, 0, BatchFiles.MostRows, viewer, cancellationToken)),
        cancellationToken);
}
