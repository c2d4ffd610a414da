using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>How each method did on the same series, the plain rules among them, and which of them were beaten.</summary>
public sealed partial class RecordPanel : ForecastPanel
{
    private const double Usual = 80;
    private const double Wide = 95;

    private ImmutableArray<Column> _columns = [];

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    private PanelState Shown => State == PanelState.Ready && Report!.TrackRecord.Methods.IsEmpty ? PanelState.Empty : State;

    private Verdicts? Verdicts => Verdicts.Of(Report!);

    private string? Subtitle => Shown == PanelState.Ready
        ? Text[nameof(ForecastingText.RecordSubtitle), Format.Number(Report!.TrackRecord.Origins), Format.Number(Report!.TrackRecord.MostSteps), Format.Number(Report!.TrackRecord.ForecastCount)].Value
        : null;

    private ImmutableArray<Column> Columns => _columns;

    protected override void OnInitialized() => _columns =
    [
        new(Text[nameof(ForecastingText.Mase)], Text[nameof(ForecastingText.MaseMeaning)], method => Words.Scaled(method.Mase)),
        new(Text[nameof(ForecastingText.Rmsse)], Text[nameof(ForecastingText.RmsseMeaning)], method => Words.Scaled(method.Rmsse)),
        new(Text[nameof(ForecastingText.Rmse)], Text[nameof(ForecastingText.RmseMeaning)], Words.RootMeanSquare),
        new(Text[nameof(ForecastingText.Accuracy)], Text[nameof(ForecastingText.AccuracyMeaning)], method => Format.Percent(method.AccuracyPercent)),
        new(Text[nameof(ForecastingText.Bias)], Text[nameof(ForecastingText.BiasMeaning)], Words.Bias),
        new(Text[nameof(ForecastingText.Coverage), Format.Number(Usual)], Text[nameof(ForecastingText.CoverageMeaning), Format.Number(Usual)], method => Words.Coverage(method, Usual)),
        new(Text[nameof(ForecastingText.Coverage), Format.Number(Wide)], Text[nameof(ForecastingText.CoverageMeaning), Format.Number(Wide)], method => Words.Coverage(method, Wide)),
        new(Text[nameof(ForecastingText.Msis)], Text[nameof(ForecastingText.MsisMeaning)], method => Words.Msis(method, Wide)),
    ];

    private string VerdictSentence(Verdicts verdicts)
    {
        var baseline = Words.Method(verdicts.BestBaseline.Method);
        if (verdicts.Better.IsEmpty)
            return Text[nameof(ForecastingText.NobodyBeats), baseline];
        return verdicts.NotBetter.IsEmpty
            ? Text[nameof(ForecastingText.AllBeat), baseline, Words.Methods(verdicts.Better)]
            : Text[nameof(ForecastingText.SomeBeat), baseline, Words.Methods(verdicts.Better), Words.Methods(verdicts.NotBetter)];
    }

    private string? RemarkOf(MethodRecord method)
    {
        if (method.Method == Report!.Model)
            return Text[method.IsBaseline ? nameof(ForecastingText.RemarkShownPlain) : nameof(ForecastingText.RemarkShown)];
        return method.IsBaseline ? Text[nameof(ForecastingText.RemarkPlain)].Value : null;
    }

    private sealed record Column(string Name, string Meaning, Func<MethodRecord, string> Of);
}
