using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Controls;

/// <summary>The views of a page side by side, on phones as a list to choose from, with the choices that belong to them.</summary>
public sealed partial class ViewBar
{
    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>What the views are.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<ViewItem> Items { get; set; }

    /// <summary>Choices that are always seen.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Choices that are seen when asked for.</summary>
    [Parameter] public RenderFragment? More { get; set; }

    /// <summary>Opens <see cref="More"/>.</summary>
    [Parameter] public string? MoreText { get; set; }

    private string CurrentUrl => Items.FirstOrDefault(item => item.IsCurrent)?.Url ?? "";

    private IEnumerable<ChoiceOption> Options => Items.Select(item => new ChoiceOption(item.Url, item.Text));

    private void Go(string url)
    {
        if (Items.Any(item => item.Url == url))
            Navigation.NavigateTo(url);
    }
}
