using System.Globalization;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Receives a file of boundaries, has it reviewed, and keeps what was found.</summary>
public sealed partial class BoundaryLoadPanel : IDisposable
{
    // What a browser sends to a page; the server reads more.
    private const int MostBytes = 64 << 20;
    private const int PieceBytes = 1 << 18;
    private const string AnyLevel = "";

    private static readonly DateOnly s_first = new(1900, 1, 1);

    private readonly CancellationTokenSource _lifetime = new();
    private CancellationTokenSource? _work;
    private BoundaryDraft? _draft;
    private DateOnly? _validFrom;
    private string _level = AnyLevel;
    private string _source = "";
    private string _fileName = "";
    private string? _error;
    private string? _done;
    private double? _received;
    private int _attempt;
    private bool _isStoring;

    [Inject] public required IStringLocalizer<BoundariesText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required BoundaryServices Services { get; init; }

    [Inject] public required ILogger<BoundaryLoadPanel> Logger { get; init; }

    [Parameter, EditorRequired] public required Viewer Admin { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    private bool IsBusy => _work is not null || _isStoring;

    private IEnumerable<ChoiceOption> Levels =>
        Enum.GetValues<BoundaryLevel>().Select(level => new ChoiceOption(level.ToString(), Text[BoundaryWords.KeyOf(level)]))
            .Prepend(new ChoiceOption(AnyLevel, Text[nameof(BoundariesText.LevelFound)]));

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override void OnInitialized() => _validFrom = Services.Today;

    private void ChooseLevel(string level) => (_level, _draft, _error, _done) = (level, null, null, null);

    private void Cancel() => _work?.Cancel();

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        if (IsBusy)
            return;
        (_draft, _error, _done, _fileName) = (null, null, null, chosen.File.Name);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token);
        _work = work;
        try
        {
            var draft = chosen.File.Size > MostBytes ? null : await ReadAsync(chosen.File, work.Token);
            _error = (draft is null ? BoundaryProblem.TooLarge : draft.Problem) is { } problem ? ProblemText(problem) : null;
            _draft = draft;
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            _error = Text[nameof(BoundariesText.Cancelled)];
        }
        catch (Exception failure) when (!_lifetime.IsCancellationRequested)
        {
            LogFailed(Logger, failure);
            _error = Text[nameof(BoundariesText.ActionFailed)];
        }

        (_work, _received) = (null, null);
        // The same file may be chosen again.
        _attempt++;
    }

    // Received piece by piece, and understood off the circuit's thread.
    private async Task<BoundaryDraft> ReadAsync(IBrowserFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream((int)file.Size);
        await using (var stream = file.OpenReadStream(MostBytes, cancellationToken))
        {
            var piece = new byte[PieceBytes];
            for (int read; (read = await stream.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken)) > 0;)
            {
                content.Write(piece, 0, read);
                _received = 100.0 * content.Length / file.Size;
                StateHasChanged();
            }
        }

        content.Position = 0;
        _received = null;
        StateHasChanged();
        BoundaryLevel? level = _level == AnyLevel ? null : Enum.Parse<BoundaryLevel>(_level);
        return await Task.Run(() => Services.Analysis.ReadAsync(content, level, Admin, cancellationToken), cancellationToken);
    }

    private string? Stop(BoundaryDraft draft) =>
        draft.ToReview > 0 ? Text[nameof(BoundariesText.StoreStop), Format.Number(draft.ToReview)].Value
        : draft.Matched == 0 ? Text[nameof(BoundariesText.StoreNone)].Value
        : null;

    private string? Missing() =>
        _source.Trim().Length == 0 ? Text[nameof(BoundariesText.SourceMissing)].Value
        : _validFrom is not { } day || day < s_first || day > Services.Today ? Text[nameof(BoundariesText.DayBad)].Value
        : null;

    private async Task StoreAsync()
    {
        _error = Missing();
        if (_error is not null || IsBusy || _draft is not { } draft)
            return;
        _isStoring = true;
        try
        {
            var (source, day) = (_source.Trim(), _validFrom!.Value);
            var kept = await Task.Run(
                () => Services.Editions.StoreAsync(draft.ToLoad(source, _fileName, day), Admin, _lifetime.Token), _lifetime.Token);
            _done = Text[nameof(BoundariesText.Stored), Format.Number(kept.Places)];
            _draft = null;
        }
        catch (BoundaryRefusedException refused)
        {
            _error = Text[BoundaryWords.KeyOf(refused.Reason)];
        }
        catch (Exception failure) when (!_lifetime.IsCancellationRequested)
        {
            LogFailed(Logger, failure);
            _error = Text[nameof(BoundariesText.ActionFailed)];
        }

        _isStoring = false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Boundaries could not be read or kept")]
    private static partial void LogFailed(ILogger logger, Exception failure);

    private string ProblemText(BoundaryProblem problem) => Text[BoundaryWords.KeyOf(problem), Format.Number(MostBytes >> 20)];
}
