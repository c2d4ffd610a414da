using CrimeInsight.Core.Health;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>
/// Base of a panel that shows one result for a scope: loads when the scope changes, drops what is under way, and knows
/// whether it is loading, failed, or ready.
/// </summary>
/// <typeparam name="T">What is loaded.</typeparam>
public abstract partial class ScopedPanel<T> : ComponentBase, IAsyncDisposable
    where T : class
{
    private readonly LatestLoad<T> _load = new();
    private object? _loadedKey;

    [Inject] public required ILoggerFactory Loggers { get; init; }

    [Inject] public required IDatabaseWatch Database { get; init; }

    [Inject] public required WithheldText WithheldWords { get; init; }

    [Parameter, EditorRequired] public required Scope Context { get; set; }

    /// <summary>The result, for content: it may be drawn once more before it gives way to loading.</summary>
    protected T? Value => _load.Value;

    /// <summary>The result, for what decides on content; null while loading and after a failure.</summary>
    protected T? Current => _load.Current;

    /// <summary>The reader stopped the loading.</summary>
    protected bool IsCancelled => _load.IsCancelled;

    /// <summary>What the panel shows now.</summary>
    protected PanelState State => _load.StateOf(IsEmpty);

    /// <summary>Cases that are not in the result; null: none.</summary>
    protected virtual WithheldCases? Withheld => null;

    /// <summary>Title of the empty panel when it is empty because cases are withheld.</summary>
    protected string? WithheldTitle => Withheld is { } withheld ? WithheldWords.Title(withheld) : null;

    /// <summary>What is withheld, why, and where to go instead.</summary>
    protected string? WithheldHint => Withheld is { } withheld ? WithheldWords.Hint(withheld, Context.Reference) : null;

    /// <summary>What is withheld, beside figures that do not count it.</summary>
    protected string? WithheldNote => Withheld is { } withheld ? WithheldWords.Note(withheld, Context.Reference) : null;

    public async ValueTask DisposeAsync()
    {
        await _load.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<T> LoadAsync(CancellationToken cancellationToken);

    /// <summary>There is a result, but nothing in it to show.</summary>
    protected virtual bool IsEmpty(T value) => false;

    /// <summary>Takes seconds: loaded once, on the live page, with progress, instead of also before the page is sent.</summary>
    protected virtual bool IsHeavy => false;

    /// <summary>What the result depends on beside the scope; compared by value.</summary>
    protected virtual object? Choices => null;

    /// <summary>Stops the loading until it is asked for again, or for something else.</summary>
    protected Task CancelAsync() => _load.CancelAsync();

    /// <summary>Loads again with the same scope.</summary>
    protected Task RetryAsync()
    {
        _loadedKey = null;
        return OnParametersSetAsync();
    }

    /// <summary>Loads again and leaves what is shown in its place until then; a failure changes nothing.</summary>
    protected Task RefreshAsync() => _load.RefreshAsync(LoadAsync, Tell);

    protected override async Task OnParametersSetAsync()
    {
        if (IsHeavy && !RendererInfo.IsInteractive)
            return;
        var key = (Context.Key, Choices);
        if (key.Equals(_loadedKey))
            return;
        _loadedKey = key;
        await _load.LoadAsync(LoadAsync, Tell);
    }

    // Of an outage the watch tells once, not each panel.
    private void Tell(Exception failure)
    {
        if (!Database.CouldNotAsk(failure))
            LogFailure(Loggers.CreateLogger(GetType()), failure, GetType().Name);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Panel {Panel} could not be loaded.")]
    private static partial void LogFailure(ILogger logger, Exception failure, string panel);
}
