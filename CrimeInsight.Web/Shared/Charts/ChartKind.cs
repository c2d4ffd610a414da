namespace CrimeInsight.Web.Shared.Charts;

/// <summary>Shape of a chart.</summary>
public enum ChartKind
{
    /// <summary>Lines; series with intervals are drawn as bands around them.</summary>
    Line,

    /// <summary>Filled lines.</summary>
    Area,
    Bar,

    /// <summary>One row per series, one column per category, colour by <see cref="ChartOptions.Bands"/>.</summary>
    Heatmap,
}
