using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Takes a batch back, once its name was written.</summary>
public sealed partial class BatchRollback
{
    private string? _typed;
    private string? _problem;
    private bool _isUnderWay;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required BatchDesk Desk { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    [Parameter] public EventCallback OnRolledBack { get; set; }

    private bool IsConfirmed => string.Equals(_typed?.Trim(), Batch.FileName, StringComparison.OrdinalIgnoreCase);

    private async Task RollBackAsync()
    {
        (_isUnderWay, _problem) = (true, null);
        try
        {
            var done = await Desk.RollBackAsync(Batch.Id);
            Shell.Notices.Add(
                Text[nameof(DataRoomText.RollbackDone), Format.Number(done.Removed), Format.Number(done.Restored), Format.Number(done.Orphaned)],
                Severity.Success);
            await OnRolledBack.InvokeAsync();
        }
        catch (Exception failure)
        {
            _problem = DataRoomWords.WhyNot(failure);
        }
        finally
        {
            _isUnderWay = false;
        }
    }
}
