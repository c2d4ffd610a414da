using System.Collections.Immutable;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Forecasting.Analysis;

/// <summary>
/// Forecasts the registered cases of a scope by month, within a person's rights, from all complete months in the data
/// (at most ten years) whatever the scope's own period. A stored forecast of the present data answers where there is
/// one; otherwise it is computed as the stored ones are: same calendar, calibration, levels and horizon.
/// </summary>
public sealed class ForecastAnalysis(
    IIncidentQueryRunner queries, IDataStatusReader status, IReferenceDataReader references, IHolidayReader holidays, IStoredForecastReader stored)
{
    /// <summary>Months of history used at most.</summary>
    public const int MostMonths = 120;

    /// <summary>Months forecast, of which a caller may ask for fewer.</summary>
    public const int HorizonMonths = 12;

    private const int MostRemembered = 500;

    /// <summary>Months from one season to the same next year.</summary>
    private const int MonthsPerYear = 12;

    private readonly ForecastMemory _memory = new(MostRemembered);

    /// <summary>Levels of the intervals, ascending.</summary>
    public static ImmutableArray<double> LevelsPercent { get; } = [50, 80, 95];

    /// <param name="scope">Its filters are kept; measures, dimensions, period, order and limit are not used.</param>
    /// <param name="horizonMonths">1 … <see cref="HorizonMonths"/>: months kept of the forecast.</param>
    /// <param name="model">Null: the automatic choice.</param>
    /// <param name="wantsPast">What was said at earlier moments is wanted, too; it is not stored.</param>
    public async Task<MonthlyForecast> RunAsync(
        IncidentQuery scope, Viewer viewer, int horizonMonths, ForecastModel? model, CancellationToken cancellationToken, bool wantsPast = false)
    {
        var state = await status.GetAsync(cancellationToken).ConfigureAwait(false);
        if (state is not { FirstMonth: { } first, AsOf: { } asOf } || asOf <= first)
            return new MonthlyForecast(null, [], new ForecastImpossible(ForecastObstacle.TooShort, 2 * MonthsPerYear, 0), state.MonthsVersion);
        var known = model is null ? await FindAsync(scope, viewer, state.MonthsVersion, cancellationToken).ConfigureAwait(false) : null;
        if (known is not null && !wantsPast)
            return known with { Outcome = FirstSteps(known.Outcome, horizonMonths) };
        var all = new Period(first, asOf);
        var period = all.Months > MostMonths ? Period.LastMonths(asOf, MostMonths) : all;
        var query = scope with { Measures = [Measure.Count], Dimensions = [Dimension.Month], Period = period, Order = null, Limit = null };
        var result = await queries.RunAsync(query, viewer, cancellationToken).ConfigureAwait(false);
        // A withheld month must not look like one without cases.
        if (result.Withheld is not null || result.Rows.Any(row => row.IsSuppressed))
            return new MonthlyForecast(
                period.From, [], new ForecastImpossible(ForecastObstacle.Suppressed, 2 * MonthsPerYear, period.Months),
                result.DataVersion) { Withheld = result.Withheld };
        var history = ByMonth(result.Rows, period);
        var outcome = await ComputeAsync(scope, period.From, history, model, cancellationToken).ConfigureAwait(false);
        // What is said of the months to come is the stored figure wherever it is read; only the past is computed for this.
        if (known?.Outcome is ForecastReport said && outcome is ForecastReport { Past: var past })
            outcome = said with { Past = past };
        return new MonthlyForecast(period.From, history, FirstSteps(outcome, horizonMonths), result.DataVersion);
    }

    /// <summary>The stored forecast of the present data; null when there is none.</summary>
    private async Task<MonthlyForecast?> FindAsync(IncidentQuery scope, Viewer viewer, long version, CancellationToken cancellationToken)
    {
        if (scope.Jurisdictions is not [var place] || scope.Heads.Length > 1 || !IsPlain(scope))
            return null;
        var reference = await references.GetAsync(cancellationToken).ConfigureAwait(false);
        var head = scope.Heads is [var chosen] ? chosen : reference.Heads.Root.Code;
        // What is stored is for the screen; the query decides what else may be read.
        if (scope.Audience == QueryAudience.Release && reference.Jurisdictions.Find(place)?.Level > ProtectedHeads.FinestLevel(scope.Audience))
            return null;
        var found = await stored.FindAsync(place, head, SeriesStep.Month, viewer, cancellationToken).ConfigureAwait(false);
        return found is { Outcome: ForecastReport } && found.DataVersion == version
            ? new MonthlyForecast(found.From, found.History, found.Outcome, found.DataVersion)
            : null;
    }

    private async Task<ForecastOutcome> ComputeAsync(
        IncidentQuery scope, DateOnly from, ImmutableArray<double> history, ForecastModel? model, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken).ConfigureAwait(false);
        var state = scope.Jurisdictions is [var code] && reference.Jurisdictions.Find(code) is { } place
            ? reference.Jurisdictions.AncestorAt(place, JurisdictionLevel.State)?.Code
            : null;
        var known = await holidays.GetAsync(cancellationToken).ConfigureAwait(false);
        var calendar = new SeriesCalendar(
            from, SeriesStep.Month, [.. known.KeptIn(state).Select(holiday => new Festival(holiday.Key, holiday.Day)).Distinct()], KnownShifts.Days);
        var calibration = await stored.FindCalibrationAsync(SeriesStep.Month, cancellationToken).ConfigureAwait(false);
        var request = new ForecastRequest(history, HorizonMonths, MonthsPerYear, LevelsPercent, model, calendar: calendar);
        var key = new ForecastMemory.Key(from, state, known.Version, model, calibration, ForecastMemory.Key.Write(history));
        return await _memory.GetAsync(key, () => Forecaster.Run(request, calibration), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Only place and head narrow it, by the usual date: such series are stored.</summary>
    private static bool IsPlain(IncidentQuery scope) =>
        scope.Genders.IsEmpty && scope.AgeBands.IsEmpty && scope.Statuses.IsEmpty && scope.Weekdays.IsEmpty && scope.Hours.IsEmpty
        && scope.CountedBy == (scope with { DateBasis = null }).CountedBy;

    private static ForecastOutcome FirstSteps(ForecastOutcome outcome, int months) => outcome is not ForecastReport report || report.Mean.Length <= months
        ? outcome
        : report with
        {
            Mean = report.Mean[..months],
            Bands = [.. report.Bands.Select(band => band with { Lower = band.Lower[..months], Upper = band.Upper[..months] })],
        };

    private static ImmutableArray<double> ByMonth(ImmutableArray<QueryRow> rows, Period period)
    {
        var counts = new double[period.Months];
        foreach (var row in rows)
            counts[row.Keys[0].Month - Month.Of(period.From)] = row.Values[0] ?? 0;

        return [.. counts];
    }
}
