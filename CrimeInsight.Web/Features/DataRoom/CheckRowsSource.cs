using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Rows of a check of one kind.</summary>
internal sealed class CheckRowsSource(CheckFiles files, ForesightDesk desk) : ITableSource
{
    private const string KindName = "kind";

    public static string Address(Guid upload, OutcomeKind kind) =>
        $"{CheckFiles.Address(AppUrls.CheckRowsFile, upload)}&{KindName}={kind.ToString().ToLowerInvariant()}";

    public Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken) => files.ReadAsync(
        address,
        "check-rows",
        async (id, reference) => Enum.TryParse<OutcomeKind>(QueryHelpers.ParseQuery(address).GetValueOrDefault(KindName), ignoreCase: true, out var kind)
            ? ForesightTables.Rows(await desk.RowsAsync(id, kind, 0, ForesightLists.MostRows, cancellationToken), reference) with
            {
                View = $"check-{kind.ToString().ToLowerInvariant()}",
            }
            : null,
        cancellationToken);
}
