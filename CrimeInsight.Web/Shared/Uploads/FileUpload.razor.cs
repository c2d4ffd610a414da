using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CrimeInsight.Web.Shared.Uploads;

/// <summary>
/// Takes a file that is dropped or chosen and sends it in pieces that a broken link or a restart does not cost. It goes on while the
/// circuit is away, and while other pages of the site are looked at.
/// </summary>
public sealed partial class FileUpload
{
    /// <summary>Bytes of one piece: what a broken link costs at most on a server that does not keep parts of it.</summary>
    public const long PieceBytes = 8L << 20;

    private DotNetObjectReference<UploadListener>? _listener;
    private ElementReference _element;

    [Parameter, EditorRequired] public required UploadWords Words { get; set; }

    /// <summary>Where uploads begin.</summary>
    [Parameter, EditorRequired] public required string Url { get; set; }

    /// <summary>Where the page of an upload is; its key follows.</summary>
    [Parameter, EditorRequired] public required string PageUrl { get; set; }

    [Parameter, EditorRequired] public required long MostBytes { get; set; }

    [Parameter] public IReadOnlyList<UnfinishedUpload> Unfinished { get; set; } = [];

    /// <summary>All bytes of an upload have come.</summary>
    [Parameter] public EventCallback<Guid> Completed { get; set; }

    /// <summary>An upload began or was given up.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    protected override string ModulePath => "./Shared/Uploads/FileUpload.razor.js";

    protected override object?[] UnmountArguments() => [_element];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var settings = new { Url, PageUrl, MostBytes, PieceBytes, Unfinished, Words };
        if (firstRender)
        {
            _listener = DotNetObjectReference.Create(new UploadListener(this));
            await CallAsync("mount", _element, _listener, settings);
        }
        else
        {
            await CallAsync("update", _element, settings);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _listener?.Dispose();
    }

    private sealed class UploadListener(FileUpload upload)
    {
        [JSInvokable]
        public Task CompletedAsync(Guid id) => upload.InvokeAsync(() => upload.Completed.InvokeAsync(id));

        [JSInvokable]
        public Task ChangedAsync() => upload.InvokeAsync(upload.Changed.InvokeAsync);
    }
}
