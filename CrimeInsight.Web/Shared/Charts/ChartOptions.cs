namespace CrimeInsight.Web.Shared.Charts;

/// <summary>What a chart shows. Texts are already in the reader's language.</summary>
public sealed record ChartOptions
{
    public required ChartKind Kind { get; init; }

    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Labels of the category axis, one per value.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    public ChartNumbers Numbers { get; init; } = ChartNumbers.Count;

    public int HeightPixels { get; init; } = 280;

    /// <summary>Bars that lie, for long names.</summary>
    public bool IsHorizontal { get; init; }

    public bool IsStacked { get; init; }

    /// <summary>Only the line: no axes, no tooltip.</summary>
    public bool IsSparkline { get; init; }

    public bool ShowsLegend { get; init; }

    /// <summary>Most labels on the category axis; null lets the chart choose.</summary>
    public int? CategoryTicks { get; init; }

    public string? ValueTitle { get; init; }

    /// <summary>Start of the value axis; null lets the chart choose for lines, 0 for bars.</summary>
    public double? Minimum { get; init; }

    /// <summary>End of the value axis; null lets the chart choose.</summary>
    public double? Maximum { get; init; }

    /// <summary>Steps of the value axis; null lets the chart choose.</summary>
    public int? ValueTicks { get; init; }

    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>Classes of a heatmap.</summary>
    public IReadOnlyList<ChartBand> Bands { get; init; } = [];
}
