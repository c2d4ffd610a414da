using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>
/// A component that something outside its circuit can make render, such as a monitor or a timer. Those run in no
/// particular language, so the reader's is restored first.
/// </summary>
public abstract class LiveComponent : ComponentBase
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    /// <summary>Renders again, from any thread, in the reader's language.</summary>
    protected void RenderLive() => RunLive(() =>
    {
        StateHasChanged();
        return Task.CompletedTask;
    });

    /// <summary>Does something, from any thread, in the reader's language.</summary>
    protected void RunLive(Func<Task> action) => _ = InvokeAsync(() =>
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _language;
        return action();
    });
}
