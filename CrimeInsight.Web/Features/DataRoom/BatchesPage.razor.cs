using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Every file that came in, newest first.</summary>
public sealed partial class BatchesPage
{
    private const int PageSize = 30;
    private const string BeforeName = "before";

    private readonly CancellationTokenSource _lifetime = new();
    private IReadOnlyList<BatchSummary> _batches = [];
    private PanelState _state = PanelState.Loading;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required BatchDesk Desk { get; init; }

    [SupplyParameterFromQuery(Name = BeforeName)] public int? Before { get; set; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _batches = await Desk.ListAsync(PageSize, Before, _lifetime.Token);
            _state = _batches.Count == 0 ? PanelState.Empty : PanelState.Ready;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }

    private string Counts(BatchSummary batch) => Text[
        nameof(DataRoomText.BatchCounts), Format.Number(batch.Rows), Format.Number(batch.Accepted), Format.Number(batch.Updated),
        Format.Number(batch.Duplicates), Format.Number(batch.Conflicts), Format.Number(batch.Rejected)];

    private (string Kind, string Text)? Mark(BatchSummary batch) => batch switch
    {
        { RolledBackAt: { } at } => ("gone", Text[nameof(DataRoomText.RolledBackOn), Format.Instant(at), batch.RolledBackBy ?? Format.NotAvailable]),
        { PendingConflicts: > 0 } => ("open", Text[nameof(DataRoomText.ConflictsOpen), Format.Number(batch.PendingConflicts)]),
        { IsDemo: true } => ("demo", Text[nameof(DataRoomText.IsDemo)]),
        _ => null,
    };
}
