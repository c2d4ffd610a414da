using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Cases of a batch that may be one, open ones before those that are decided.</summary>
internal sealed class BatchPairsSource(BatchFiles files, ILikelyPairs pairs) : ITableSource
{
    public Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken) => files.ReadAsync(
        address,
        "batch-pairs",
        async (_, id, viewer) => LikelyTables.Pairs(
            "batch-pairs",
            [.. await pairs.ListAsync(id, isOpen: true, BatchFiles.MostRows, viewer, cancellationToken),
             .. await pairs.ListAsync(id, isOpen: false, BatchFiles.MostRows, viewer, cancellationToken)]),
        cancellationToken);
}
