using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>In plain words, what figures say and what they do not.</summary>
public sealed partial class Meaning
{
    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>Above what they say.</summary>
    [Parameter, EditorRequired] public required string YesTitle { get; set; }

    [Parameter, EditorRequired] public required IEnumerable<string> Yes { get; set; }

    /// <summary>Above what they do not say.</summary>
    [Parameter, EditorRequired] public required string NoTitle { get; set; }

    [Parameter, EditorRequired] public required IEnumerable<string> No { get; set; }
}
