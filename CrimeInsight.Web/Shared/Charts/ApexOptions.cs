using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrimeInsight.Web.Shared.Charts;

/// <summary>The part of ApexCharts' options that we use. Absent members are left out, so the library's own defaults apply.</summary>
internal sealed record ApexOptions
{
    /// <summary>Letters of every script travel as themselves; what is written is parsed, never put into a document.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required ApexChartPart Chart { get; init; }

    public required IReadOnlyList<ApexSeries> Series { get; init; }

    public required IReadOnlyList<string> Colors { get; init; }

    public required ApexAxis Xaxis { get; init; }

    public required ApexAxis Yaxis { get; init; }

    public required ApexStroke Stroke { get; init; }

    public required ApexFill Fill { get; init; }

    public required ApexGrid Grid { get; init; }

    public required ApexTheme Theme { get; init; }

    public required ApexLegend Legend { get; init; }

    public ApexTooltip Tooltip { get; init; } = new();

    public ApexSwitch DataLabels { get; init; } = new(false);

    public ApexPlotOptions? PlotOptions { get; init; }

    public ApexAnnotations? Annotations { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    internal sealed record ApexChartPart(
        string Type, int Height, bool Stacked, string Background, string ForeColor, ApexSwitch Toolbar, ApexSwitch Zoom, ApexSwitch Animations,
        ApexSwitch Sparkline)
    {
        public string FontFamily { get; } = "Noto Sans, sans-serif";

        public bool RedrawOnParentResize { get; } = true;
    }

    internal sealed record ApexSeries(string Name, string? Type, IReadOnlyList<ApexPoint> Data);

    /// <param name="Y">A number, two numbers for an interval, or null for a gap, which must be written.</param>
    internal sealed record ApexPoint(string X, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] object? Y);

    internal sealed record ApexSwitch([property: JsonPropertyName("show")] bool Show)
    {
        public bool Enabled => Show;
    }

    internal sealed record ApexAxis
    {
        public string? Type { get; init; }

        public double? Min { get; init; }

        public double? Max { get; init; }

        public int? TickAmount { get; init; }

        public bool? ForceNiceScale { get; init; }

        public ApexAxisTitle? Title { get; init; }

        public ApexAxisLabels? Labels { get; init; }

        public ApexSwitch? AxisTicks { get; init; }

        public ApexSwitch? AxisBorder { get; init; }

        public ApexSwitch? Tooltip { get; init; }
    }

    internal sealed record ApexAxisTitle(string Text);

    internal sealed record ApexAxisLabels
    {
        public int? Rotate { get; init; }

        public bool? HideOverlappingLabels { get; init; }

        public int? MaxWidth { get; init; }

        public ApexLabelStyle Style { get; init; } = new("12px");
    }

    internal sealed record ApexLabelStyle(string FontSize);

    internal sealed record ApexStroke(IReadOnlyList<double> Width, IReadOnlyList<int> DashArray, string Curve, IReadOnlyList<string>? Colors = null);

    internal sealed record ApexFill(string Type, IReadOnlyList<double> Opacity);

    internal sealed record ApexGrid(string BorderColor, int StrokeDashArray, ApexPadding Padding);

    internal sealed record ApexPadding(int Left, int Right, int Top, int Bottom);

    internal sealed record ApexTheme(string Mode);

    internal sealed record ApexLegend(bool Show)
    {
        public string Position { get; } = "bottom";

        public string HorizontalAlign { get; } = "left";

        public string FontSize { get; } = "13px";
    }

    internal sealed record ApexTooltip
    {
        public bool Enabled { get; init; } = true;

        public string? Theme { get; init; }

        public bool? Shared { get; init; }

        public bool? Intersect { get; init; }
    }

    internal sealed record ApexPlotOptions(ApexBar? Bar, ApexHeatmap? Heatmap);

    internal sealed record ApexBar(bool Horizontal, int BorderRadius, string BorderRadiusApplication, string BarHeight, string ColumnWidth);

    internal sealed record ApexHeatmap(bool EnableShades, int Radius, ApexColourScale ColorScale);

    internal sealed record ApexColourScale(IReadOnlyList<ApexRange> Ranges);

    internal sealed record ApexRange(double From, double To, string Name, string Color);

    internal sealed record ApexAnnotations(IReadOnlyList<ApexMark> Xaxis);

    internal sealed record ApexMark(string X, string BorderColor, ApexMarkLabel Label)
    {
        public int StrokeDashArray { get; } = 4;
    }

    internal sealed record ApexMarkLabel(string Text, ApexMarkStyle Style)
    {
        public string Orientation { get; } = "horizontal";

        public string BorderColor { get; } = "transparent";
    }

    internal sealed record ApexMarkStyle(string Color, string Background)
    {
        public string FontSize { get; } = "11px";
    }
}
