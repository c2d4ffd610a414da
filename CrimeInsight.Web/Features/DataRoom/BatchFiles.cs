using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Lists of a batch on their way into files. For administrators; what is not theirs to see is not there.</summary>
internal sealed class BatchFiles(IViewerAccessor viewers, IBatchStore batches, IReferenceDataReader references, IDataStatusReader statuses)
{
    /// <summary>Most rows in a file.</summary>
    public const int MostRows = 50_000;

    /// <summary>Of the batch, in addresses.</summary>
    public const string BatchName = "batch";

    public static string Address(string file, Guid batch) => $"{file}.csv?{BatchName}={batch}";

    /// <param name="read">The rows of the batch of this key.</param>
    public async Task<TableExport?> ReadAsync(
        string address, string subject, Func<IBatchStore, Guid, Viewer, Task<FigureTable>> read, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(QueryHelpers.ParseQuery(address).GetValueOrDefault(BatchName), out var id)
            || await viewers.GetAsync(cancellationToken) is not { Role: PersonRole.Admin } viewer
            || await batches.OpenAsync(id, viewer, cancellationToken) is not { } batch)
            return null;
        var status = await statuses.GetAsync(cancellationToken);
        var table = await read(batches, id, viewer) with { Facts = [TableFacts.Data(status.IsSynthetic)] };
        var reference = await references.GetAsync(cancellationToken);
        return new TableExport(subject, table, $"{table.View}-{batch.Number}", address, viewer, reference, status.IsSynthetic);
    }
}
