using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Overview;

/// <summary>Everything the Overview shows, as semantic queries run as the person.</summary>
public sealed class OverviewAnalysis(IIncidentQueryRunner runner)
{
    /// <summary>False discovery rate of "what stands out".</summary>
    public const double StandsOutLevel = 0.05;

    /// <summary>Headline figures.</summary>
    public async Task<KeyFigures> KeyFiguresAsync(OverviewScope scope, Viewer viewer, CancellationToken cancellationToken)
    {
        var figures = await runner.RunAsync(
            Query(scope, [Measure.Count, Measure.RatePerLakh, Measure.ChangePrevious, Measure.ChangeLastYear, Measure.ChargesheetRate, Measure.ConvictionRate]),
            viewer,
            cancellationToken);
        var monthly = await MonthlyAsync(scope, scope.Period, viewer, cancellationToken);
        if (figures.IsEmpty)
            return new KeyFigures(0, false, null, null, null, null, null, monthly);
        var row = figures.Rows[0];
        return new KeyFigures(row.Values[0], row.IsSuppressed, row.Values[1], row.Values[2], row.Values[3], row.Values[4], row.Values[5], monthly) { IsProtecting = row.IsProtecting };
    }

    // Zeros filled in, suppressed months null.
    private async Task<ImmutableArray<double?>> MonthlyAsync(OverviewScope scope, Period period, Viewer viewer, CancellationToken cancellationToken)
    {
        var result = await runner.RunAsync(
            Query(scope with { Period = period }, [Measure.Count]) with { Dimensions = [Dimension.Month] }, viewer, cancellationToken);
        var values = new double?[period.Months];
        Array.Fill(values, 0);
        foreach (var row in result.Rows)
        {
            var month = DateOnly.ParseExact(row.Keys[0], "yyyy-MM", CultureInfo.InvariantCulture);
            values[(month.Year - period.From.Year) * 12 + month.Month - period.From.Month] = row.Values[0];
        }

        return [.. values];
    }

    /// <summary>Heads with the most cases; below a chosen head, its parts.</summary>
    public Task<QueryResult> TopHeadsAsync(OverviewScope scope, int count, Viewer viewer, CancellationToken cancellationToken) =>
        runner.RunAsync(
            Query(scope, [Measure.Count, Measure.Share, Measure.ChangeLastYear]) with
            {
                Dimensions = [Dimension.Head],
                HeadLevel = CrimeHeadLevel.Head,
                Order = new QueryOrder(Measure.Count),
                Limit = count,
            },
            viewer,
            cancellationToken);

    /// <summary>The jurisdictions just below, by cases.</summary>
    public Task<QueryResult> RankingAsync(OverviewScope scope, Viewer viewer, CancellationToken cancellationToken) =>
        runner.RunAsync(
            Query(scope, [Measure.Count, Measure.RatePerLakh, Measure.ChangeLastYear]) with
            {
                Dimensions = [Dimension.Jurisdiction],
                Order = new QueryOrder(Measure.Count),
                Limit = 1000,
            },
            viewer,
            cancellationToken);

    /// <summary>Cases by weekday and hour.</summary>
    public Task<QueryResult> HoursAsync(OverviewScope scope, Viewer viewer, CancellationToken cancellationToken) =>
        runner.RunAsync(
            Query(scope, [Measure.Count]) with { Dimensions = [Dimension.Weekday, Dimension.Hour] }, viewer, cancellationToken);

    /// <summary>
    /// Jurisdictions below × heads whose change against the same months last year differs from the change of the whole scope,
    /// by <see cref="CountChangeTest"/> at a false discovery rate of <see cref="StandsOutLevel"/>.
    /// </summary>
    public async Task<StandsOutReport> StandsOutAsync(OverviewScope scope, int most, Viewer viewer, CancellationToken cancellationToken)
    {
        var query = Query(scope, [Measure.Count]) with { Dimensions = [Dimension.Jurisdiction, Dimension.Head], HeadLevel = CrimeHeadLevel.Head };
        var now = await runner.RunAsync(query, viewer, cancellationToken);
        var then = await runner.RunAsync(query with { Period = scope.Period.LastYear() }, viewer, cancellationToken);
        var pairs = Pair(then, now);
        var tests = CountChangeTest.Run([.. pairs.Select(pair => pair.Before)], [.. pairs.Select(pair => pair.After)]);
        var tested = tests.Zip(pairs).Where(pair => pair.First is not null).ToList();
        var passed = tested.Where(pair => pair.First!.AdjustedP <= StandsOutLevel).ToList();
        var findings = passed
            .OrderBy(pair => pair.First!.P)
            .ThenByDescending(pair => Math.Abs(pair.First!.After - pair.First.Expected))
            .Take(most)
            .Select(pair => new StandsOutFinding(pair.Second.Jurisdiction, pair.Second.Head, pair.First!));
        return new StandsOutReport(tested.Count, tested.Count(pair => pair.First!.P <= StandsOutLevel), passed.Count, StandsOutLevel, [.. findings]);
    }

    // A group suppressed in either period is left out: its change would reveal it.
    private static List<(string Jurisdiction, string Head, double Before, double After)> Pair(QueryResult then, QueryResult now)
    {
        var before = then.Rows.ToDictionary(row => (row.Keys[0], row.Keys[1]));
        var after = now.Rows.ToDictionary(row => (row.Keys[0], row.Keys[1]));
        return [.. before.Keys.Union(after.Keys)
            .Where(key => !(before.GetValueOrDefault(key)?.IsSuppressed ?? false) && !(after.GetValueOrDefault(key)?.IsSuppressed ?? false))
            .Select(key => (key.Item1, key.Item2, Value(before, key), Value(after, key)))];
    }

    private static double Value(Dictionary<(string, string), QueryRow> rows, (string, string) key) =>
        rows.TryGetValue(key, out var row) ? row.Values[0] ?? 0 : 0;

    private static IncidentQuery Query(OverviewScope scope, ImmutableArray<Measure> measures) => new()
    {
        Measures = measures,
        Period = scope.Period,
        Jurisdictions = scope.JurisdictionCode is { } place ? [place] : [],
        Heads = scope.HeadCode is { } head ? [head] : [],
    };
}
