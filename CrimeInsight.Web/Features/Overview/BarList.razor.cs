using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>A ranking as rows that can be opened, each with a bar as long as its value.</summary>
public sealed partial class BarList
{
    [Parameter, EditorRequired] public required IReadOnlyList<BarItem> Items { get; set; }

    private static string WidthOf(BarItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"--fill:{Math.Clamp(item.Fraction, 0, 1) * 100:0.#}%");
}
