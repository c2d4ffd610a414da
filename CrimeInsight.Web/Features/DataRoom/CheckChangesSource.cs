using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What an import would change where.</summary>
internal sealed class CheckChangesSource(CheckFiles files, ForesightDesk desk) : ITableSource
{
    public static string Address(Guid upload) => CheckFiles.Address(AppUrls.CheckChangesFile, upload);

    public Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken) => files.ReadAsync(
        address, "check-changes", async (id, _) => ForesightTables.Changes(await desk.ChangesAsync(id, cancellationToken)), cancellationToken);
}
