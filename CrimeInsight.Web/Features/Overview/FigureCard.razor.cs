using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>One headline figure with its changes.</summary>
public sealed partial class FigureCard
{
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required string Value { get; set; }

    /// <summary>The same figure with every digit, when <see cref="Value"/> is shortened.</summary>
    [Parameter] public string? Exact { get; set; }

    /// <summary>What a percentage is of.</summary>
    [Parameter] public string? Basis { get; set; }

    [Parameter] public string? Hint { get; set; }

    /// <summary>Where <see cref="LinkText"/> leads; null for no link.</summary>
    [Parameter] public string? Href { get; set; }

    [Parameter] public string? LinkText { get; set; }

    [Parameter] public IReadOnlyList<FigureChange> Changes { get; set; } = [];

    [Parameter] public IReadOnlyList<double?>? Series { get; set; }

    private static string IconOf(double? percent) => percent switch
    {
        > 0.05 => Icons.Material.Rounded.TrendingUp,
        < -0.05 => Icons.Material.Rounded.TrendingDown,
        _ => Icons.Material.Rounded.TrendingFlat,
    };

    private static string ClassOf(double? percent) => percent switch
    {
        > 0.05 => "figure-up",
        < -0.05 => "figure-down",
        _ => "figure-flat",
    };
}
