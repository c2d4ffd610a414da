using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Plays through earlier moments: what would have been said then, and what came. The moment shown is in the address.</summary>
public sealed partial class ReplayPanel : ForecastPanel
{
    /// <summary>Months drawn before the first forecast.</summary>
    private const int MonthsBefore = 18;

    private ImmutableArray<ReplayFrame> _frames = [];
    private (MonthlyForecast?, int) _framesOf;
    private DateOnly _lastMonth;
    private double _axisEnd;
    private bool _isPlaying;

    [Inject] public required FanChart Charts { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    private PanelState Shown => State == PanelState.Ready && _frames.IsEmpty ? PanelState.Empty : State;

    /// <summary>Index of the moment shown; the newest unless the address names another.</summary>
    private int At
    {
        get
        {
            var named = Page.Choice.At is { } month ? _frames.ToList().FindIndex(frame => frame.Month == month) : -1;
            return named >= 0 ? named : _frames.Length - 1;
        }
    }

    private ReplayFrame Frame => _frames[At];

    private string Sentence =>
        Text[nameof(ForecastingText.ReplaySentence), Format.Month(Frame.Month), Format.Number(Frame.Checked), Hits(Frame.Hits, Frame.Checked)];

    private string TotalSentence =>
        Text[nameof(ForecastingText.ReplayTotal), Format.Number(_frames.Length), Hits(ReplayFrame.Total(_frames), _frames.Sum(frame => frame.Checked))];

    protected override void OnParametersSet()
    {
        if (_framesOf == (Forecast, Page.Choice.HorizonMonths))
            return;
        _framesOf = (Forecast, Page.Choice.HorizonMonths);
        _frames = Forecast is { } forecast ? ReplayFrame.All(forecast, MonthsBefore, Page.Choice.HorizonMonths) : [];
        if (_frames.IsEmpty)
            return;
        _lastMonth = _frames.Max(frame => frame.Series.MonthAt(frame.Series.Length - 1));
        _axisEnd = FanChart.AxisEnd(_frames.Select(frame => frame.Series));
    }

    private string Hits(ImmutableArray<ReplayHits> hits, int known) => string.Join(
        Text[nameof(ForecastingText.ListSeparator)],
        hits.Select(level =>
            Text[nameof(ForecastingText.ReplayHits), Format.Number(level.Inside), Format.Number(known), Format.Number(level.LevelPercent)].Value));

    private void Show(int index) => Navigation.NavigateTo(Page.UrlAt(_frames[index].Month), replace: true);
}
