using CrimeInsight.Core.DataRoom;
using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Records of a checked file that may be one case.</summary>
internal sealed class CheckPairsSource(CheckFiles files, ForesightDesk desk) : ITableSource
{
    public Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken) => files.ReadAsync(
        address,
        "check-pairs",
        async (id, _) => LikelyTables.Pairs("check-pairs", await desk.PairsAsync(id, ForesightLists.MostRows, cancellationToken)),
        cancellationToken);
}
