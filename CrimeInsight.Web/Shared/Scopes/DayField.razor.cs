using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>A day to choose, with the calendar of the device. Days without data, and dates half typed, are passed over.</summary>
public sealed partial class DayField
{
    private const string Form = "yyyy-MM-dd";

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required DateOnly Day { get; set; }

    [Parameter, EditorRequired] public required DateOnly Earliest { get; set; }

    [Parameter, EditorRequired] public required DateOnly Newest { get; set; }

    [Parameter, EditorRequired] public EventCallback<DateOnly> Chosen { get; set; }

    private string Written => Write(Day);

    private static string Write(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    private Task ReadAsync(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day != Day && day >= Earliest && day <= Newest
            ? Chosen.InvokeAsync(day)
            : Task.CompletedTask;
}
