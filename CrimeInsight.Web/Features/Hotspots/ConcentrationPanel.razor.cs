using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Spatial.Concentration;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Charts;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How few places have how much of the cases, and whether chance alone would concentrate them as much.</summary>
public sealed partial class ConcentrationPanel : ScopedPanel<ConcentrationFindings>
{
    private const int HeightPixels = 240;
    private const int Ticks = 5;

    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required Answers<HotspotRequest, HotspotReport> Answers { get; init; }

    [Inject] public required HotspotPresenters Presenters { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    /// <summary>Shares of the places in the chart and the table.</summary>
    public static ImmutableArray<double> Steps { get; } = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    protected override object Choices => (Page.End, Page.Months);

    private ConcentrationReport Report => Value!.Report!;

    private string Sentence => Text[
        nameof(HotspotsText.ShareSentence),
        Format.Number(Report.PlacesWithHalf),
        Format.Number(Report.Places),
        Format.Percent(100.0 * Report.PlacesWithHalf / Report.Places, 0),
        Format.Number(Report.PlacesWithFourFifths)];

    private string Note => Text[
        Report.P <= Value!.Settings.Significance ? nameof(HotspotsText.ShareBeyond) : nameof(HotspotsText.ShareChance),
        Format.Number(Report.GeneralisedGini, 2),
        Format.Number(Report.ExpectedGeneralisedGini, 2),
        Words.P(Report.P)];

    private ChartOptions Chart => new()
    {
        Kind = ChartKind.Line,
        Series =
        [
            new ChartSeries(Text[nameof(HotspotsText.ShareCases)], [.. Steps.Select(place => ChartValue.FromNullable(100 * Report.EventShareAt(place)))]),
            new ChartSeries(Text[nameof(HotspotsText.ShareEven)], [.. Steps.Select(place => ChartValue.FromNullable(100 * place))]) { IsDashed = true },
        ],
        Categories = [.. Steps.Select(place => Format.Percent(100 * place, 0))],
        CategoryTicks = Ticks,
        ValueTitle = Text[nameof(HotspotsText.ShareCases)],
        Minimum = 0,
        Maximum = 100,
        ShowsLegend = true,
        HeightPixels = HeightPixels,
    };

    private HotspotObstacle Obstacle => Value is { Obstacle: HotspotObstacle.Withheld } ? HotspotObstacle.Withheld : HotspotObstacle.TooFewCases;

    protected override bool IsEmpty(ConcentrationFindings value) => value.Report is null;

    protected override async Task<ConcentrationFindings> LoadAsync(CancellationToken cancellationToken) =>
        (ConcentrationFindings)(await Answers.AskAsync(
            Page.RequestOf(Presenters.Panel<ConcentrationPanel>()), Context.Viewer, null, cancellationToken)).Report!;
}
