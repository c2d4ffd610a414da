using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>A part of what was made of rows: what it is, how many, and more when it is opened.</summary>
public sealed partial class PreparedPart
{
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>How many rows, or that it is off.</summary>
    [Parameter, EditorRequired] public required string Standing { get; set; }

    [Parameter, EditorRequired] public required string Hint { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
