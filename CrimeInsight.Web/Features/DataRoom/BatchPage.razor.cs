using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>One file that came in: what became of its rows, what is to be decided, and the way to take it back.</summary>
public sealed partial class BatchPage
{
    private const int MostRows = 50;
    private const int MostConflicts = 20;
    private const int HashLetters = 12;

    private readonly CancellationTokenSource _lifetime = new();
    private BatchSummary? _batch;
    private ReferenceData? _reference;
    private IReadOnlyList<ConflictRow> _conflicts = [];
    private IReadOnlyList<RejectedCell> _rejects = [];
    private IReadOnlyList<DuplicateRow> _duplicates = [];
    private PanelState _state = PanelState.Loading;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required BatchDesk Desk { get; init; }

    [Parameter] public Guid Id { get; set; }

    private string? Subtitle => _batch is null ? null : Text[
        nameof(DataRoomText.BatchFacts), Format.Number(_batch.Number), _batch.PersonName ?? Format.NotAvailable, Format.Instant(_batch.FinishedAt)].Value;

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override Task OnParametersSetAsync() => _batch?.Id == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _batch = await Desk.FindAsync(Id, _lifetime.Token);
            if (_batch is not null)
            {
                _reference = await Desk.ReferenceAsync(_lifetime.Token);
                _conflicts = _batch.PendingConflicts > 0 ? await Desk.ConflictsAsync(Id, isPending: true, MostConflicts, _lifetime.Token) : [];
                _rejects = _batch.Rejected > 0 ? await Desk.RejectsAsync(Id, MostRows, _lifetime.Token) : [];
                _duplicates = _batch.Duplicates > 0 ? await Desk.DuplicatesAsync(Id, MostRows, _lifetime.Token) : [];
            }

            _state = _batch is null ? PanelState.Empty : PanelState.Ready;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }

    private IEnumerable<(string Label, string Value)> Facts(BatchSummary batch)
    {
        if (batch.Mapping is { } mapping)
            yield return (Text[nameof(DataRoomText.MappingChoice)], mapping);
        if (batch.Source is { } source)
            yield return (Text[nameof(DataRoomText.FactSource)], source);
        if (batch.Sha256 is { } hash)
            yield return (Text[nameof(DataRoomText.FactHash)], hash[..HashLetters]);
        if (batch.EqualRows > 0)
            yield return (Text[nameof(DataRoomText.FactEqualRows)], Format.Number(batch.EqualRows));
        if (batch.Override is { } reason)
            yield return (Text[nameof(DataRoomText.FactOverride)], reason);
        if (batch.Superseded > 0)
            yield return (Text[nameof(DataRoomText.FactSuperseded)], Format.Number(batch.Superseded));
    }
}
