using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Rows of a check that a step of preparing changed.</summary>
internal sealed class PreparedRowsSource(CheckFiles files, ForesightDesk desk) : ITableSource
{
    private const string StepName = "step";

    public static string Address(Guid upload, PreparationStep step) =>
        $"{CheckFiles.Address(AppUrls.PreparedRowsFile, upload)}&{StepName}={step.ToString().ToLowerInvariant()}";

    public Task<TableExport?> ReadAsync(string address, CancellationToken cancellationToken) => files.ReadAsync(
        address,
        "prepared-rows",
        async (id, _) => Enum.TryParse<PreparationStep>(QueryHelpers.ParseQuery(address).GetValueOrDefault(StepName), ignoreCase: true, out var step)
            ? PreparationTables.Rows(await desk.PreparedAsync(id, step, cancellationToken)) with { View = $"prepared-{step.ToString().ToLowerInvariant()}" }
            : null,
        cancellationToken);
}
