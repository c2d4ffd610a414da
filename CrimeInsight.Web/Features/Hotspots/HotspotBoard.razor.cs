using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Results;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>Looks for hotspots with the chosen method and shows them on a map, as a list and as a table.</summary>
public sealed partial class HotspotBoard : ScopedPanel<HotspotFindings>
{
    private const double ShownStep = 0.02;

    private readonly Dictionary<bool, MapScene> _scenes = [];
    private (HotspotFindings?, string?, bool) _scenesOf;
    private HotspotFindings? _known;
    private object? _knownOf;
    private double _share;

    [Inject] public required IStringLocalizer<HotspotsText> Text { get; init; }

    [Inject] public required HotspotTextFormat Words { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required HotspotScenes Scenes { get; init; }

    [Inject] public required Answers<HotspotRequest, HotspotReport> Answers { get; init; }

    [Inject] public required IBoundaryReader Boundaries { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required HotspotPageState Page { get; set; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }

    protected override object Choices => Page.ReportKey;

    protected override bool IsHeavy => true;

    private HotspotFindings? Known => Value ?? _known;

    private FindingsReport Report => Known!.Report;

    private bool IsLooking => State == PanelState.Loading && !IsCancelled;

    /// <summary>While another period is looked at, the last picture of the same place, head and method stays.</summary>
    private PanelState Shown => IsCancelled ? PanelState.Empty
        : State == PanelState.Loading && _known is not null ? PanelState.Ready
        : State == PanelState.Ready && Report.Obstacle is not null ? PanelState.Empty
        : State;

    private bool[] Views => Page.View switch
    {
        HotspotView.Before => [true],
        HotspotView.Both => [true, false],
        _ => [false],
    };

    private int At => Page.Ends.IndexOf(Page.End);

    private Dictionary<string, object> PanelParameters => new() { [nameof(Context)] = Context, [nameof(Page)] = Page };

    private string? EmptyTitle =>
        IsCancelled ? Text[nameof(HotspotsText.Cancelled)].Value : Value?.Report.Obstacle is { } obstacle ? Words.Obstacle(obstacle) : null;

    private string? EmptyHint =>
        IsCancelled ? Text[nameof(HotspotsText.CancelledHint)].Value : Value?.Report.Obstacle is { } obstacle ? Words.Remedy(obstacle) : null;

    protected override async Task<HotspotFindings> LoadAsync(CancellationToken cancellationToken)
    {
        var of = (Context.Key, Page.Method.Key, Page.Months, Page.Choice.Detail);
        if (!of.Equals(_knownOf))
            _known = null;
        (_knownOf, _share) = (of, 0);
        var answer = await Answers.AskAsync(Page.Request, Context.Viewer, new Shares(this), cancellationToken);
        var report = (FindingsReport)answer.Report!;
        var level = report.Level == JurisdictionLevel.Station ? BoundaryLevel.State : BoundaryLevel.District;
        var findings = new HotspotFindings(report, await Boundaries.ReadAsync(level, within: null, cancellationToken), answer.ComputedAt);
        if (report.Obstacle is null)
            _known = findings;
        return findings;
    }

    /// <summary>The same scene until something of it changes: a new one is sent to the browser with all its places.</summary>
    private MapScene SceneOf(bool isBefore)
    {
        var of = (Known, Page.Choice.At, IsDark);
        if (!of.Equals(_scenesOf))
        {
            _scenes.Clear();
            _scenesOf = of;
        }

        if (!_scenes.TryGetValue(isBefore, out var scene))
            _scenes.Add(isBefore, scene = Scenes.Create(Page, Report, Known!.Shapes, isBefore, IsDark));
        return scene;
    }

    private void ShowEnd(int index) => Navigation.NavigateTo(Page.UrlOfEnd(Page.Ends[index]), replace: true);

    private void Tap(string? code) => Navigation.NavigateTo(Page.UrlAt(code == Page.Choice.At ? null : code), replace: true);

    private void Tell(double share)
    {
        if (share < _share + ShownStep)
            return;
        _share = share;
        StateHasChanged();
    }

    // From any thread.
    private sealed class Shares(HotspotBoard board) : IProgress<double>
    {
        public void Report(double value) => _ = board.InvokeAsync(() => board.Tell(value));
    }
}
