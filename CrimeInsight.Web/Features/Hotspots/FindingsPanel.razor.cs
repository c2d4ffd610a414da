using CrimeInsight.Core.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Each finding with its evidence, and the way to the cases behind it.</summary>
public sealed partial class FindingsPanel
{
    private const int ShownAtFirst = 8;

    private bool _isComplete;

    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    [Parameter, EditorRequired] public required FindingsReport Report { get; set; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }

    private IEnumerable<HotspotFinding> Shown => _isComplete ? Report.Findings : Report.Findings.Take(ShownAtFirst);

    private bool IsChosen(HotspotFinding finding) => finding.Key == Page.Choice.At || finding.Places.Any(place => place.Code == Page.Choice.At);

    // Of the month with most, 0 … 100.
    private static IEnumerable<double> SharesOf(FindingHistory history) => history.Monthly.Select(cases => 100.0 * cases / Math.Max(1, history.Monthly.Max()));
}
