using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>In plain words, what a finding says and what it does not.</summary>
public sealed partial class HotspotMeaning
{
    /// <summary>Below it, counts vary as chance alone lets them when it is written with one digit.</summary>
    private const double LeastVariation = 1.05;

    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required HotspotReport Report { get; set; }

    private IEnumerable<string> Says =>
    [
        Text["Means" + Report.Request.Method],
        Level,
        .. Report.Dispersion is { VarianceRatio: >= LeastVariation } dispersion ? [Text[nameof(HotspotsText.MeansVaries), Format.Number(dispersion.VarianceRatio, 1)].Value] : Array.Empty<string>(),
    ];

    private string Level => Report.Request.Method switch
    {
        HotspotMethod.Density => Text[nameof(HotspotsText.MeansLevelDensity), Format.Number(Report.Tested), Percent],
        HotspotMethod.Clusters => Text[nameof(HotspotsText.MeansLevelClusters), Format.Number(Report.Tested), Format.Number(Report.Replicas), Percent],
        _ => Text[nameof(HotspotsText.MeansLevel), Format.Number(Report.Tested), Format.Number(Report.Replicas), Percent],
    };

    private string Percent => Format.Percent(100 * Report.Request.Level, 0);

    private IEnumerable<string> SaysNot => [Text[nameof(HotspotsText.NotCause)], Text[nameof(HotspotsText.NotQuiet)], Text[nameof(HotspotsText.NotPersons)]];
}
