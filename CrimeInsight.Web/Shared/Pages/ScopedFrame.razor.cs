using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Pages;

/// <summary>
/// What every page about a scope says alike: that it is being prepared, that no area is assigned to the reader, what of the address it does
/// not show as it stands (a place of others, an unknown head, another period), and that there are no data. Failures are told by what loads.
/// </summary>
public sealed partial class ScopedFrame
{
    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required IStringLocalizer<ScopeText> Text { get; init; }

    /// <summary>Null until it is resolved.</summary>
    [Parameter, EditorRequired] public Scope? Scope { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>Content once there is a scope with data.</summary>
    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    [Parameter] public Func<Scope, string>? Subtitle { get; set; }

    /// <summary>The page fills the window: it has its own heading and places the notice itself.</summary>
    [Parameter] public bool IsFull { get; set; }

    /// <summary>There are data, but none this page can use.</summary>
    [Parameter] public bool IsEmpty { get; set; }

    /// <summary>Said without data; null when the content says it.</summary>
    [Parameter] public string? EmptyTitle { get; set; }

    [Parameter] public string? EmptyHint { get; set; }

    /// <summary>Address of the page with another scope; null: its own path.</summary>
    [Parameter] public Func<ScopeCodes, string>? UrlOf { get; set; }

    [Parameter] public bool HidesPeriod { get; set; }

    /// <summary>The period the page shows, where it may be another than that of the address.</summary>
    [Parameter] public Period? Shown { get; set; }

    /// <summary>The page rests on all months, whatever the period.</summary>
    [Parameter] public bool IgnoresPeriod { get; set; }

    /// <summary>The date the page counts by, whatever the address says; null: that of the address.</summary>
    [Parameter] public DateBasis? CountedBy { get; set; }
}
