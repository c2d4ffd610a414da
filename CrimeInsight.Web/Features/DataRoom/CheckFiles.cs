using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Lists of a check on their way into files, for the person whose upload it is.</summary>
internal sealed class CheckFiles(ForesightDesk desk, IDataStatusReader statuses)
{
    private const string UploadName = "upload";

    public static string Address(string file, Guid upload) => $"{file}.csv?{UploadName}={upload}";

    /// <param name="read">The table of the upload of this key; null when the address asks for none.</param>
    public async Task<TableExport?> ReadAsync(
        string address, string subject, Func<Guid, ReferenceData, Task<FigureTable?>> read, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(QueryHelpers.ParseQuery(address).GetValueOrDefault(UploadName), out var id)
            || await desk.FindAsync(id, cancellationToken) is not var (upload, viewer))
            return null;
        var reference = await desk.ReferenceAsync(cancellationToken);
        if (await read(id, reference) is not { } table)
            return null;
        var status = await statuses.GetAsync(cancellationToken);
        table = table with { Facts = [TableFacts.Data(status.IsSynthetic)] };
        return new TableExport(subject, table, $"{table.View}-{upload.Id:N}", address, viewer, reference, status.IsSynthetic);
    }
}
