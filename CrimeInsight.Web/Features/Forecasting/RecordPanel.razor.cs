using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>How each method did on the same series, the plain rules among them, and which of them were beaten.</summary>
public sealed partial class RecordPanel : ForecastPanel
{
    [Inject] public required TableWords Tables { get; init; }

    [Parameter, EditorRequired] public required ForecastPageState Page { get; set; }

    private PanelState Shown => State == PanelState.Ready && Report!.TrackRecord.Methods.IsEmpty ? PanelState.Empty : State;

    private Verdicts? Verdicts => Verdicts.Of(Report!);

    private string? Subtitle => Shown == PanelState.Ready
        ? Text[nameof(ForecastingText.RecordSubtitle), Format.Number(Report!.TrackRecord.Origins), Format.Number(Report!.TrackRecord.MostSteps),
            Format.Number(Report!.TrackRecord.ForecastCount)].Value
        : null;

    private FigureTable Table => ForecastTables.Record(Report!);

    private string? ClassOf(FigureRow row) => row.Subject is MethodRecord method && method.Method == Report!.Model ? "record-own" : null;

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
}
