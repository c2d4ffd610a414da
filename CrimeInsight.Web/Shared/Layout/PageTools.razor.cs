using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>
/// Shares the address of the page, which is its state, by the phone's own means or the clipboard; and prints it. Whoever opens the
/// address sees it within their own rights.
/// </summary>
public sealed partial class PageTools
{
    private ElementReference _element;
    private DotNetObjectReference<Outcomes>? _outcomes;

    [Inject] public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject] public required ISnackbar Notices { get; init; }

    protected override string ModulePath => "./Shared/Layout/PageTools.razor.js";

    protected override object?[] UnmountArguments() => [_element];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _outcomes = DotNetObjectReference.Create(new Outcomes(this));
        await CallAsync("mount", _element, _outcomes);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _outcomes?.Dispose();
    }

    private void Tell(bool isCopied) =>
        Notices.Add(Text[isCopied ? nameof(SharedText.LinkCopied) : nameof(SharedText.LinkNotCopied)], isCopied ? Severity.Success : Severity.Info);

    private sealed class Outcomes(PageTools tools)
    {
        [JSInvokable]
        public Task CopiedAsync(bool isCopied) => tools.InvokeAsync(() => tools.Tell(isCopied));
    }
}
