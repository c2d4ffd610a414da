using CrimeInsight.Core.Health;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>
/// Stands where something could not be loaded. While the database is away it says that the page waits; when it is back the
/// thing is loaded again without anyone's doing.
/// </summary>
public sealed partial class DatabaseReturn
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required IDatabaseWatch Watch { get; init; }

    /// <summary>Shown when the database is not the cause.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Loads again.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnReturn { get; set; }

    protected override void OnInitialized() => Watch.Changed += OnChanged;

    public void Dispose() => Watch.Changed -= OnChanged;

    private void OnChanged()
    {
        if (Watch.Current.IsAway)
            RenderLive();
        else
            RunLive(OnReturn.InvokeAsync);
    }
}
