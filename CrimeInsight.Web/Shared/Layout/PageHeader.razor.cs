using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Title of a page, in the page and in the browser tab, with its actions.</summary>
public sealed partial class PageHeader
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Subtitle { get; set; }

    [Parameter]
    public RenderFragment? Actions { get; set; }
}
