using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Where a case came from, and what it was before.</summary>
public sealed partial class CaseHistoryPanel : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CaseHistory? _history;
    private long? _loaded;
    private bool _hasFailed;

    [Inject] public required IStringLocalizer<CasesText> Text { get; init; }

    [Inject] public required CaseTextFormat Words { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ICaseHistoryReader Histories { get; init; }

    [Inject] public required ILogger<CaseHistoryPanel> Logger { get; init; }

    [Parameter, EditorRequired] public required long Id { get; set; }

    [Parameter, EditorRequired] public required Scope Context { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == Id)
            return;
        _loaded = Id;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        (_history, _hasFailed) = (null, false);
        try
        {
            _history = await Histories.ReadAsync(Id, Context.Viewer, _gone.Token);
            _hasFailed = _history is null;
        }
        catch (Exception) when (_gone.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (Exception failure)
        {
            _hasFailed = true;
            LogFailure(Logger, failure);
        }
    }

    private string HeadOf(CaseState state) => CaseTextFormat.Heads(Context.Reference, state.HeadId) is [.., var head] ? head : "";

    private string Describe(BatchRow row) => row.FileName is { } file
        ? Text[nameof(CasesText.OriginFile), row.BatchNumber, file, Format.Number(row.Row)]
        : Text[nameof(CasesText.OriginBatch), row.BatchNumber, Format.Number(row.Row)];

    [LoggerMessage(Level = LogLevel.Error, Message = "The history of a case could not be read.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
