using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace CrimeInsight.Web;

/// <summary>The document. Pages marked as static carry no script of ours but the theme's, so signing in is light on weak links.</summary>
public sealed partial class App
{
    private DisplayChoice _display = DisplayChoice.Default;
    private IComponentRenderMode? _renderMode;
    private Dictionary<string, object> _nonceAttributes = [];
    private string _nonce = "";
    private bool _isInteractive;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    protected override void OnInitialized()
    {
        _display = DisplayChoice.Read(Context.Request.Cookies);
        _isInteractive = Context.AcceptsInteractiveRouting();
        _renderMode = _isInteractive ? RenderMode.InteractiveServer : null;
        _nonce = CspNonce.Of(Context).Value;
        _nonceAttributes = new() { ["nonce"] = _nonce };
    }
}
