using System.Globalization;
using System.Net;
using System.Text;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>Cases by weekday and hour as a grid of shades of one colour, seven rows of twenty-four.</summary>
public sealed partial class HourHeatmap
{
    private const int Steps = 6;

    private static readonly MarkupString s_legend = new(string.Concat(Enumerable.Range(0, Steps + 1).Select(step => Cell(step, null))));

    [Inject] public required IStringLocalizer<OverviewText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required HourGrid Grid { get; set; }

    /// <summary>The figure in one sentence.</summary>
    [Parameter, EditorRequired] public required string Description { get; set; }

    internal static string HourName(int hour) => (hour % 24).ToString("00", CultureInfo.InvariantCulture);

    private static string ColumnStyle(int hour) => string.Create(CultureInfo.InvariantCulture, $"grid-column:{hour + 2}/span 3");

    private static string Cell(int step, string? title) => title is null
        ? string.Create(CultureInfo.InvariantCulture, $"<span class=\"hour-cell hour-step-{step}\"></span>")
        : string.Create(CultureInfo.InvariantCulture, $"<span class=\"hour-cell hour-step-{step}\" title=\"{WebUtility.HtmlEncode(title)}\"></span>");

    // A day at a time as one piece of markup: 168 elements of the render tree would cost each open page 40 kB more.
    private MarkupString Cells(int weekday)
    {
        var cells = new StringBuilder();
        for (var hour = 0; hour < 24; hour++)
            cells.Append(Cell(Step(weekday, hour), CellText(weekday, hour)));
        return new MarkupString(cells.ToString());
    }

    private int Step(int weekday, int hour)
    {
        var share = Grid.Most > 0 ? (Grid[weekday, hour] ?? 0) / Grid.Most : 0;
        return (int)Math.Ceiling(share * Steps);
    }

    private string CellText(int weekday, int hour)
    {
        var cases = Format.Count(Grid[weekday, hour], Grid[weekday, hour] is null, Grid.IsProtecting(weekday, hour));
        return Text[nameof(OverviewText.HoursCell), Format.Weekday(weekday), HourName(hour), HourName(hour + 1), cases];
    }
}
