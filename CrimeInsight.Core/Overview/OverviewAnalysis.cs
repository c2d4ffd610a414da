using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Overview;

/// <summary>Everything the Overview shows, as semantic queries run as the person.</summary>
public sealed class OverviewAnalysis(IIncidentQueryRunner runner)
{
    /// <summary>False discovery rate of "what stands out".</summary>
    public const double StandsOutLevel = 0.05;

    // Longer courses are drawn by month.
    private const int MostDays = 92;

    /// <summary>Headline figures.</summary>
    public async Task<KeyFigures> KeyFiguresAsync(Scope scope, CancellationToken cancellationToken)
    {
        var figures = await runner.RunAsync(
            scope.Query(
                Measure.Count, Measure.RatePerLakh, Measure.CountPrevious, Measure.CountLastYear, Measure.ChargesheetRate, Measure.Disposed,
                Measure.ConvictionRate, Measure.Decided),
            scope.Viewer,
            cancellationToken);
        var course = await CourseAsync(scope, cancellationToken);
        if (figures.Rows.IsEmpty)
            return new KeyFigures(0, false, null, null, null, null, null, course);
        var row = figures.Rows[0];
        var (charged, convicted) = (Proportion.Of(row.Values[4], row.Values[5]), Proportion.Of(row.Values[6], row.Values[7]));
        return new KeyFigures(row.Values[0], row.IsSuppressed, row.Values[1], row.Values[2], row.Values[3], charged, convicted, course)
        {
            IsProtecting = row.IsProtecting,
            Withheld = figures.Withheld,
        };
    }

    // Zeros filled in, suppressed ones null; none at all where no case may be told apart. By day where the period does not fall on months and is short.
    private async Task<ImmutableArray<double?>> CourseAsync(Scope scope, CancellationToken cancellationToken)
    {
        var period = scope.Period;
        var isByDay = !period.IsWholeMonths && period.Days <= MostDays;
        var query = scope.Query(Measure.Count) with { Dimensions = [isByDay ? Dimension.Day : Dimension.Month] };
        var last = period.Until.AddDays(-1);
        var values = new double?[isByDay ? period.Days : Month.Of(last) - Month.Of(period.From) + 1];
        var result = await runner.RunAsync(query, scope.Viewer, cancellationToken);
        Array.Fill(values, result.Withheld is not null && result.Rows.IsEmpty ? null : 0);
        foreach (var row in result.Rows)
            values[isByDay ? row.Keys[0].Day.DayNumber - period.From.DayNumber : row.Keys[0].Month - Month.Of(period.From)] = row.Values[0];

        return [.. values];
    }

    /// <summary>All heads, those with the most cases first and withheld ones last; below a chosen head, its parts.</summary>
    public Task<QueryResult> HeadsAsync(Scope scope, CancellationToken cancellationToken) =>
        runner.RunAsync(
            scope.Query(Measure.Count, Measure.Share, Measure.ChangeLastYear, Measure.CountLastYear) with
            {
                Dimensions = [Dimension.Head],
                HeadLevel = CrimeHeadLevel.Head,
                Order = new QueryOrder(Measure.Count),
            },
            scope.Viewer,
            cancellationToken);

    /// <summary>The jurisdictions just below, by cases, and what is known for none of them.</summary>
    public async Task<PlaceFigures> RankingAsync(Scope scope, CancellationToken cancellationToken)
    {
        var parts = await runner.RunAsync(
            scope.Query(Measure.Count, Measure.RatePerLakh, Measure.ChangeLastYear, Measure.CountLastYear) with
            {
                Dimensions = [Dimension.Jurisdiction],
                Order = new QueryOrder(Measure.Count),
            },
            scope.Viewer,
            cancellationToken);
        var whole = await runner.RunAsync(scope.Query(Measure.Count), scope.Viewer, cancellationToken);
        // Cases that may not be told apart by place would look like cases without one.
        return new PlaceFigures(parts, parts.Withheld is null ? RestOfPlaces.Of(whole, parts.Rows, scope.IsSensitive) : null);
    }

    /// <summary>Cases by weekday and hour, always of the offence.</summary>
    public Task<QueryResult> HoursAsync(Scope scope, CancellationToken cancellationToken) =>
        runner.RunAsync(
            scope.Query(Measure.Count) with { Dimensions = [Dimension.Weekday, Dimension.Hour], DateBasis = null }, scope.Viewer, cancellationToken);

    /// <summary>
    /// Jurisdictions below × heads whose change against the same months last year differs from the change of the whole scope,
    /// by <see cref="CountChangeTest"/> at a false discovery rate of <see cref="StandsOutLevel"/>.
    /// </summary>
    public async Task<StandsOutReport> StandsOutAsync(Scope scope, int most, CancellationToken cancellationToken)
    {
        var query = scope.Query(Measure.Count) with { Dimensions = [Dimension.Jurisdiction, Dimension.Head], HeadLevel = CrimeHeadLevel.Head };
        var now = await runner.RunAsync(query, scope.Viewer, cancellationToken);
        var then = await runner.RunAsync(query with { Period = scope.Period.LastYear() }, scope.Viewer, cancellationToken);
        var missing = await YoungHeadsAsync(scope, cancellationToken);
        missing.UnionWith([.. then.Withheld?.Heads ?? [], .. now.Withheld?.Heads ?? []]);
        var pairs = Pair(then, now).FindAll(pair => !missing.Contains(pair.Head));
        var tests = CountChangeTest.Run([.. pairs.Select(pair => pair.Before)], [.. pairs.Select(pair => pair.After)]);
        var tested = tests.Zip(pairs).Where(pair => pair.First is not null).ToList();
        var passed = tested.Where(pair => pair.First!.AdjustedP <= StandsOutLevel).ToList();
        var findings = passed
            .OrderBy(pair => pair.First!.P)
            .ThenByDescending(pair => Math.Abs(pair.First!.After - pair.First.Expected))
            .Take(most)
            .Select(pair => new StandsOutFinding(pair.Second.Jurisdiction, pair.Second.Head, pair.First!));
        return new StandsOutReport(tested.Count, tested.Count(pair => pair.First!.P <= StandsOutLevel), passed.Count, StandsOutLevel, [.. findings])
        {
            Withheld = now.Withheld ?? then.Withheld,
            HasSuppressed = then.Rows.Concat(now.Rows).Any(row => row.IsSuppressed),
        };
    }

    /// <summary>
    /// Heads younger than the comparison: a law began within it, and before that day the scope has no case of them. A year
    /// earlier nothing could be registered under them, so that any case now would look like a rise.
    /// </summary>
    private async Task<HashSet<string>> YoungHeadsAsync(Scope scope, CancellationToken cancellationToken)
    {
        var earlier = scope.Period.LastYear();
        var young = new HashSet<string>();
        foreach (var began in KnownShifts.Days.Where(day => day > earlier.From && day < scope.Period.Until))
        {
            var before = new Period(earlier.From, began < earlier.Until ? began : earlier.Until);
            var known = await HeadsOfAsync(scope with { Period = before }, cancellationToken);
            young.UnionWith((await HeadsOfAsync(scope, cancellationToken)).Except(known));
        }

        return young;
    }

    private async Task<IEnumerable<string>> HeadsOfAsync(Scope scope, CancellationToken cancellationToken)
    {
        var query = scope.Query(Measure.Count) with { Dimensions = [Dimension.Head], HeadLevel = CrimeHeadLevel.Head };
        var result = await runner.RunAsync(query, scope.Viewer, cancellationToken);
        // A withheld head has cases, or protects one that does.
        return [.. result.Rows.Where(row => row.IsSuppressed || row.Values[0] > 0).Select(row => row.Keys[0].Code), .. result.Withheld?.Heads ?? []];
    }

    // A group suppressed in either period is left out: its change would reveal it.
    private static List<(string Jurisdiction, string Head, double Before, double After)> Pair(QueryResult then, QueryResult now)
    {
        var before = then.Rows.ToDictionary(row => (row.Keys[0].Code, row.Keys[1].Code));
        var after = now.Rows.ToDictionary(row => (row.Keys[0].Code, row.Keys[1].Code));
        return [.. before.Keys.Union(after.Keys)
            .Where(key => !(before.GetValueOrDefault(key)?.IsSuppressed ?? false) && !(after.GetValueOrDefault(key)?.IsSuppressed ?? false))
            .Select(key => (key.Item1, key.Item2, Value(before, key), Value(after, key)))];
    }

    private static double Value(Dictionary<(string, string), QueryRow> rows, (string, string) key) =>
        rows.TryGetValue(key, out var row) ? row.Values[0] ?? 0 : 0;
}
