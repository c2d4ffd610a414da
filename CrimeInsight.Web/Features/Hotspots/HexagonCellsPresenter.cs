using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Hexagons;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Web.Resources;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How hot cells are shown.</summary>
internal sealed class HexagonCellsPresenter : HotspotMapPresenter
{
    public override string Key => "cells";

    public override IEnumerable<string> Keys => [.. base.Keys, nameof(HotspotsText.SummaryCells)];

    public override string Icon => Icons.Material.Rounded.MyLocation;

    public override string NameKey => nameof(HotspotsText.MethodCells);

    public override string QuestionKey => nameof(HotspotsText.QuestionCells);

    public override string MeansKey => nameof(HotspotsText.MeansCells);

    public override IEnumerable<SettingChoice> Choices => [SettingChoices.Level];

    protected override IEnumerable<string> UsedKeys => [nameof(HotspotsText.UsedCells), nameof(HotspotsText.UsedLogarithm)];

    public override HotspotSettings SettingsOf(HotspotDetail detail) => new HexagonCellsSettings { Significance = SettingChoices.Level.Of(detail) / 100.0 };

    public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words)
    {
        var settings = ((HexagonCellsReport)report).Settings;
        yield return words.Text[nameof(HotspotsText.UsedCells), words.Format.Number(settings.WidthMetres), words.Format.Number(settings.Rings),
            words.Format.Number(settings.LeastCases)];
        if (settings.Scale == ValueScale.Logarithm)
            yield return words.Text[nameof(HotspotsText.UsedLogarithm)];
    }

    public override string Summary(FindingsReport report, HotspotTextFormat words) => report.Findings.Count == 0
        ? base.Summary(report, words)
        : words.Text[nameof(HotspotsText.SummaryCells), words.Format.Number(report.Findings.Count), words.Format.Number(report.Tested)];
}
