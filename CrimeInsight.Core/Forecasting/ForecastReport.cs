using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>A forecast with its uncertainty, and how well it and its rivals did before on the same series.</summary>
/// <param name="Request">What was asked, defaults filled in.</param>
/// <param name="Model">Name of the method that made it; chosen when the request said auto.</param>
/// <param name="Form">The method's form (MAdM …), where it has forms.</param>
/// <param name="IsFormAutomatic">The form was chosen from the data.</param>
/// <param name="Parameters">Numbers the method took from the data.</param>
/// <param name="Mean">One per step.</param>
/// <param name="Bands">One per level, ascending.</param>
/// <param name="TrackRecord">Errors of every method over rolling origins, baselines among them.</param>
/// <param name="Past">What <paramref name="Model"/> would have said at each of those origins, oldest first.</param>
/// <param name="Members">Methods combined into the forecast, most weight first; a single one has all.</param>
public sealed record ForecastReport(
    ForecastRequest Request,
    string Model,
    string? Form,
    bool IsFormAutomatic,
    ImmutableArray<ForecastParameter> Parameters,
    ImmutableArray<double> Mean,
    ImmutableArray<ForecastBand> Bands,
    TrackRecord TrackRecord,
    ImmutableArray<PastForecast> Past,
    ImmutableArray<MemberWeight> Members) : ForecastOutcome
{
    /// <summary>What the methods saw otherwise than it was; empty: nothing.</summary>
    public ImmutableArray<SeriesAdjustment> Adjustments { get; init; } = [];

    /// <summary>What the panel said of the combination against the best plain rule, over series of like volume; null when it was not asked.</summary>
    public PlainComparison? Plain { get; init; }

    /// <summary>A plain rule was better on series of like volume and stands in place of the combination.</summary>
    public bool IsFallback => Request.Model.IsAuto && Plain is { IsRuleBetter: true } && Model == Plain.Rule;

    /// <summary>Past errors of the method that made the forecast; null when there is no track record.</summary>
    public MethodRecord? OwnRecord => TrackRecord.Methods.FirstOrDefault(method => method.Method == Model);
}
