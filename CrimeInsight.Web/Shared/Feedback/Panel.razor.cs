using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>
/// The frame of every figure: a title, the four states, and for charts the same figures as a table. Give
/// <see cref="Table"/> whenever the content is a chart or a map.
/// </summary>
public sealed partial class Panel
{
    private readonly string _titleId = $"panel-{Guid.NewGuid():N}";
    private bool _showsTable;

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public PanelState State { get; set; }

    /// <summary>Content when ready.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Unit, period or source, in one line.</summary>
    [Parameter]
    public string? Subtitle { get; set; }

    /// <summary>The same figures as a table; adds the switch between both.</summary>
    [Parameter]
    public RenderFragment? Table { get; set; }

    /// <summary>Address that answers with the figures as a file.</summary>
    [Parameter]
    public string? ExportUrl { get; set; }

    /// <summary>Further buttons in the head, shown when ready.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>Why it is empty; null for the general text.</summary>
    [Parameter]
    public string? EmptyTitle { get; set; }

    /// <summary>What to do next; null for the general text.</summary>
    [Parameter]
    public string? EmptyHint { get; set; }

    /// <summary>A button that leads out of the empty state.</summary>
    [Parameter]
    public RenderFragment? EmptyAction { get; set; }

    /// <summary>What to do about the error; null for the general text.</summary>
    [Parameter]
    public string? ErrorHint { get; set; }

    /// <summary>Loads again after an error.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }

    /// <summary>Shape shown while loading; null for bars of a chart.</summary>
    [Parameter]
    public RenderFragment? Skeleton { get; set; }

    /// <summary>CSS length the body keeps in every state, so that nothing jumps.</summary>
    [Parameter]
    public string MinHeight { get; set; } = "12rem";

    /// <summary>Further CSS classes.</summary>
    [Parameter]
    public string? Class { get; set; }

    private string DownloadId => _titleId + "-download";

    private void Toggle() => _showsTable = !_showsTable;

    private string ToggleText => Text[_showsTable ? nameof(SharedText.ShowChart) : nameof(SharedText.ShowTable)];
}
