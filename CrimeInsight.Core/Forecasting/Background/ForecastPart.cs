using System.Collections.Immutable;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Forecasting.Reconciliation;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>
/// Forecasts computed in the background: by month the country, then states and districts for every head; by week the districts
/// for the main heads; by month what lies below the districts for the main heads; then the monthly ones are made to add up. A unit
/// is one of these for one state.
/// </summary>
public sealed class ForecastPart(ISeriesHistories histories, IForecastStore store, IHolidayReader holidays) : IRunPart
{
    public const string Name = "forecasts";

    /// <summary>Forecasts stored, in <see cref="Run.Counts"/>; so are the others.</summary>
    public const string Stored = "forecasts";

    /// <summary>Series that are kept back to protect victims.</summary>
    public const string Withheld = "forecasts.withheld";

    /// <summary>Series without enough history.</summary>
    public const string TooShort = "forecasts.too-short";


    public string Kind => Name;

    public int Version => 9;

    public IEnumerable<RunUnit> Plan(RunScope scope) => ForecastPlan.Create(scope);

    public Task RunAsync(RunClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var unit = (ForecastUnit)claim.Unit;
        return unit.Kind switch
        {
            ForecastUnitKind.Learn => LearnAsync(claim, unit.Sets, cancellationToken),
            ForecastUnitKind.Coherence => AddUpAsync(claim, unit.Set, cancellationToken),
            _ => ForecastAsync(claim, unit.Set, cancellationToken),
        };
    }

    private async Task LearnAsync(RunClaim claim, ImmutableArray<SeriesSet> sets, CancellationToken cancellationToken)
    {
        var panel = await new CalibrationSample(histories).ReadAsync(sets, claim.Owner, cancellationToken).ConfigureAwait(false);
        claim.Meter.Expect(panel.Series.Count);
        var calibration = await Task.Run(() => SeriesForecasts.Learn(panel, claim.Meter, claim.Threads, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        await store.StoreCalibrationAsync(claim, panel.Step, panel.DataVersion, calibration, cancellationToken).ConfigureAwait(false);
    }

    private async Task ForecastAsync(RunClaim claim, SeriesSet set, CancellationToken cancellationToken)
    {
        var calibration = await store.FindCalibrationAsync(set.Step, claim.Run, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Nothing was learned for the unit '{claim.Unit.Name}', which needs it.");
        var panel = await histories.ReadAsync(set, claim.Owner, cancellationToken).ConfigureAwait(false);
        var state = claim.Reference.Jurisdictions.AncestorAt(set.Area, JurisdictionLevel.State)?.Code;
        var kept = (await holidays.GetAsync(cancellationToken).ConfigureAwait(false)).KeptIn(state);
        ImmutableArray<Festival> festivals = [.. kept.Select(holiday => new Festival(holiday.Key, holiday.Day)).Distinct()];
        claim.Meter.Expect(panel.Series.Count);
        var results = await Task.Run(
            () => SeriesForecasts.Run(panel, festivals, calibration, claim.Meter, claim.Threads, cancellationToken), cancellationToken).ConfigureAwait(false);
        await store.StoreAsync(claim, set, panel, results, cancellationToken).ConfigureAwait(false);
    }

    private Task AddUpAsync(RunClaim claim, SeriesSet set, CancellationToken cancellationToken)
    {
        var (places, done) = (claim.Reference.Jurisdictions, 0);
        claim.Meter.Expect(set.Heads.Length);
        return store.ChangeAsync(claim, set, Reconcile, cancellationToken);

        ImmutableArray<ForecastReport> Reconcile(IReadOnlyList<PlacedForecast> forecasts)
        {
            var (parents, open) = (new int[forecasts.Count], new Stack<int>());
            for (var i = 0; i < forecasts.Count; i++)
            {
                while (open.TryPeek(out var wider) && places.AtOrdinal(forecasts[wider].Ordinal)!.OrdinalUntil <= forecasts[i].Ordinal)
                    open.Pop();
                parents[i] = open.TryPeek(out var parent) ? parent : -1;
                open.Push(i);
            }

            var reports = ForecastHierarchy.Reconcile(parents, [.. forecasts.Select(forecast => forecast.Report)]);
            claim.Meter.Report(++done);
            return reports;
        }
    }
}
