using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>One link of the main navigation.</summary>
public sealed partial class NavigationLink
{
    [Inject] public required IStringLocalizerFactory Texts { get; init; }

    [Parameter, EditorRequired] public required NavigationEntry Entry { get; set; }

    /// <summary>Query string that keeps the scope.</summary>
    [Parameter, EditorRequired] public required string Scope { get; set; }

    [Parameter, EditorRequired] public required bool IsActive { get; set; }

    /// <summary>Further style classes.</summary>
    [Parameter] public string? Kind { get; set; }
}
