using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Controls;

/// <summary>Chooses one of a few.</summary>
public sealed partial class ChoiceField
{
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Value { get; set; }

    [Parameter, EditorRequired] public required IEnumerable<ChoiceOption> Options { get; set; }

    /// <summary>Told the value of what was chosen.</summary>
    [Parameter, EditorRequired] public EventCallback<string> Chosen { get; set; }

    private Task ChooseAsync(ChangeEventArgs choice) => choice.Value is string value ? Chosen.InvokeAsync(value) : Task.CompletedTask;
}
