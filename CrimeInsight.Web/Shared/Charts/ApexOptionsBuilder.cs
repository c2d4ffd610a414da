using static CrimeInsight.Web.Shared.Charts.ApexOptions;

namespace CrimeInsight.Web.Shared.Charts;

/// <summary>Turns our chart into ApexCharts' options, in the colours of a theme.</summary>
internal static class ApexOptionsBuilder
{
    private const double BandOpacity = 0.18;

    public static ApexOptions Build(ChartOptions chart, bool isDark)
    {
        var hasIntervals = chart.Series.Any(series => series.IsInterval);
        var ink = isDark ? "#a5b6bf" : "#4b5c66";
        return new ApexOptions
        {
            Chart = new ApexChartPart(TypeOf(chart, hasIntervals), chart.HeightPixels, chart.IsStacked, "transparent", ink, new(false), new(false), new(false),
                new(chart.IsSparkline)),
            Series = [.. chart.Series.Select(series => ToSeries(series, chart, hasIntervals))],
            Colors = Colours(chart, isDark),
            Xaxis = CategoryAxis(chart),
            Yaxis = ValueAxis(chart),
            Stroke = StrokeOf(chart, isDark),
            Fill = new ApexFill("solid", [.. chart.Series.Select(series => Opacity(chart.Kind, series))]),
            Grid = new ApexGrid(isDark ? "#22313a" : "#e6ecef", 0, chart.IsSparkline ? new(2, 2, 4, 4) : new(8, 8, -8, 0)),
            Theme = new ApexTheme(isDark ? "dark" : "light"),
            Legend = new ApexLegend(chart.ShowsLegend),
            Tooltip = TooltipOf(chart, isDark),
            PlotOptions = PlotOf(chart),
            Annotations = MarksOf(chart, isDark),
        };
    }

    private static string TypeOf(ChartOptions chart, bool hasIntervals) => chart.Kind switch
    {
        ChartKind.Bar => "bar",
        ChartKind.Heatmap => "heatmap",
        ChartKind.Area => "area",
        _ => hasIntervals ? "rangeArea" : "line",
    };

    private static ApexSeries ToSeries(ChartSeries series, ChartOptions chart, bool hasIntervals)
    {
        if (series.Values.Count != chart.Categories.Count)
            throw new ArgumentException($"Series '{series.Name}' has {series.Values.Count} values for {chart.Categories.Count} categories.", nameof(series));
        var type = hasIntervals ? (series.IsInterval ? "rangeArea" : "line") : null;
        return new ApexSeries(series.Name, type, [.. series.Values.Select((value, index) => new ApexPoint(chart.Categories[index], ToY(value)))]);
    }

    private static object? ToY(ChartValue value) => value.Upper is { } upper ? new[] { value.Value ?? upper, upper } : value.Value;

    private static string[] Colours(ChartOptions chart, bool isDark)
    {
        var palette = ChartColours.Categorical(isDark);
        return [.. chart.Series.Select((series, index) => series.Colour ?? palette[index % palette.Count])];
    }

    private static double Opacity(ChartKind kind, ChartSeries series) => kind switch
    {
        ChartKind.Area => 0.16,
        ChartKind.Line when series.IsInterval => BandOpacity,
        _ => 1,
    };

    private static ApexStroke StrokeOf(ChartOptions chart, bool isDark) => chart.Kind switch
    {
        ChartKind.Bar => new([0], [0], "straight"),
        // The gap between cells is the panel showing through.
        ChartKind.Heatmap => new([2], [0], "straight", [isDark ? "#131f25" : "#ffffff"]),
        _ => new(
            [.. chart.Series.Select(series => series.IsInterval ? 0 : 2.25)],
            [.. chart.Series.Select(series => series.IsDashed ? 5 : 0)],
            "straight"),
    };

    private static ApexAxis CategoryAxis(ChartOptions chart) => new()
    {
        Type = "category",
        TickAmount = chart.CategoryTicks,
        Title = chart.IsHorizontal && chart.ValueTitle is { } title ? new(title) : null,
        Labels = new() { Rotate = 0, HideOverlappingLabels = true },
        AxisTicks = new(false),
        AxisBorder = new(false),
        Tooltip = new(false),
    };

    private static ApexAxis ValueAxis(ChartOptions chart) => new()
    {
        Min = chart.Minimum ?? (chart.Kind == ChartKind.Bar ? 0 : null),
        Max = chart.Maximum,
        TickAmount = chart.ValueTicks,
        ForceNiceScale = chart.Maximum is null && chart.Kind is ChartKind.Line or ChartKind.Area ? true : null,
        Title = !chart.IsHorizontal && chart.ValueTitle is { } title ? new(title) : null,
        Labels = new() { MaxWidth = chart.IsHorizontal || chart.Kind == ChartKind.Heatmap ? 180 : 90 },
    };

    private static ApexTooltip TooltipOf(ChartOptions chart, bool isDark) => new()
    {
        Enabled = !chart.IsSparkline,
        Theme = isDark ? "dark" : "light",
        Shared = chart.Kind is ChartKind.Line or ChartKind.Area ? true : null,
        Intersect = chart.Kind is ChartKind.Line or ChartKind.Area ? false : null,
    };

    private static ApexPlotOptions? PlotOf(ChartOptions chart) => chart.Kind switch
    {
        ChartKind.Bar => new(new(chart.IsHorizontal, 4, "end", "62%", "58%"), null),
        ChartKind.Heatmap => new(null, new(false, 4, new([.. chart.Bands.Select(band => new ApexRange(band.From, band.To, band.Name, band.Colour))]))),
        _ => null,
    };

    private static ApexAnnotations? MarksOf(ChartOptions chart, bool isDark)
    {
        var line = isDark ? "#72848d" : "#7d8d97";
        var style = isDark ? new ApexMarkStyle("#e6eef1", "#22313a") : new ApexMarkStyle("#14232b", "#e9eef1");
        return chart.Marks.Count == 0 ? null : new([.. chart.Marks.Select(mark => new ApexMark(mark.Category, line, new(mark.Text, style)))]);
    }
}
