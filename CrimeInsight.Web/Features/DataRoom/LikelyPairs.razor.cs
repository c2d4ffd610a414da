using System.Globalization;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Cases of a batch that may be one: each pair to be decided, many at once by their score, and what was decided to be taken back.</summary>
public sealed partial class LikelyPairs : IDisposable
{
    private const int MostShown = 5;
    private const double Above = 2;

    private readonly CancellationTokenSource _lifetime = new();
    private LikelySummary? _summary;
    private IReadOnlyList<LikelyPair> _open = [];
    private IReadOnlyList<LikelyPair> _decided = [];
    private PanelState _state = PanelState.Loading;
    private Guid _shown;
    private int _from = LikenessResult.Scores.Length - 1;
    private string? _problem;
    private bool _isSure;
    private bool _isUnderWay;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required LikelyDesk Desk { get; init; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter] public EventCallback OnDecided { get; set; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Batch.Id)
            return;
        _shown = Batch.Id;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            _summary = await Desk.SummaryAsync(Batch.Id, _lifetime.Token);
            _open = _summary.Open > 0 ? await Desk.ListAsync(Batch.Id, isOpen: true, MostShown, _lifetime.Token) : [];
            _decided = _summary.Same + _summary.Different > 0 ? await Desk.ListAsync(Batch.Id, isOpen: false, MostShown, _lifetime.Token) : [];
            (_state, _isSure) = (PanelState.Ready, false);
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }

    private void Choose(ChangeEventArgs change) =>
        (_from, _isSure) = (int.Parse((string)change.Value!, CultureInfo.InvariantCulture), false);

    private Task SearchAsync() => ChangeAsync(() => Desk.SearchAsync(Batch.Id, _lifetime.Token));

    private Task DecideAsync(LikelyPair pair, PairDecision? decision) => ChangeAsync(() => Desk.DecideAsync(Batch.Id, pair, decision));

    // What takes cases out of the data is pressed twice.
    private Task JoinAsync()
    {
        if (_isSure)
            return ChangeAsync(() => Desk.DecideAsync(Batch.Id, LikenessResult.Scores[_from], Above, PairDecision.Same));
        _isSure = true;
        return Task.CompletedTask;
    }

    private Task PartAsync() => ChangeAsync(() => Desk.DecideAsync(Batch.Id, 0, LikenessResult.Scores[_from], PairDecision.Different));

    private async Task ChangeAsync(Func<Task> change)
    {
        (_isUnderWay, _problem) = (true, null);
        try
        {
            await change();
            await LoadAsync();
            await OnDecided.InvokeAsync();
        }
        catch (Exception failure) when (!_lifetime.IsCancellationRequested)
        {
            _problem = DataRoomWords.WhyNot(failure);
        }
        finally
        {
            _isUnderWay = false;
        }
    }
}
