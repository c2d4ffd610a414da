using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Whether, how near and how long a case makes another more likely.</summary>
public sealed partial class NearRepeatPanel : ScopedPanel<NearRepeatFindings>
{
    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required Answers<HotspotRequest, HotspotReport> Answers { get; init; }

    [Inject] public required HotspotPresenters Presenters { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    protected override object Choices => (Page.End, Page.Months);

    protected override bool IsHeavy => true;

    private NearRepeatTable Report => Value!.Report!;

    private PanelState Shown => State == PanelState.Ready && Value!.Report is null ? PanelState.Empty : State;

    private string? EmptyTitle => Value?.Obstacle is { } obstacle ? Words.Obstacle(obstacle) : null;

    private string? EmptyHint => Value?.Obstacle is { } obstacle ? Words.Remedy(obstacle) : null;

    /// <summary>What is raised; when nothing is, that it is not.</summary>
    private IEnumerable<string> Statements
    {
        get
        {
            var raised = Report.Calendar.Where(statement => statement.ElevatedUntilDays is not null).ToList();
            return raised.Count == 0 ? [Text[nameof(HotspotsText.NearNone)]] : raised.Select(statement => Words.NearRepeat(statement));
        }
    }

    protected override async Task<NearRepeatFindings> LoadAsync(CancellationToken cancellationToken) =>
        (NearRepeatFindings)(await Answers.AskAsync(Page.RequestOf(Presenters.Panel<NearRepeatPanel>()), Context.Viewer, null, cancellationToken)).Report!;

    private static string? ClassOf(FigureRow row, FigureColumn column) => HotspotTables.CellOf(row, column) is { IsElevated: true } ? "near-raised" : null;

    private string? TitleOf(FigureRow row, FigureColumn column) => HotspotTables.CellOf(row, column) is { } cell
        ? Text[nameof(HotspotsText.NearCell), Format.Number(cell.Observed), Format.Number(cell.Expected, 1), Words.P(cell.PAdjusted)].Value
        : null;
}
