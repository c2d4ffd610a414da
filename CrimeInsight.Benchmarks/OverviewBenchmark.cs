using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Overview;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Data.Queries;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Benchmarks;

/// <summary>Every query of the Overview for people of every rank, none answered from the cache.</summary>
internal sealed class OverviewBenchmark(BenchmarkDatabase database)
{
    private const int Passes = 3;

    public async Task<Latencies> RunAsync(CancellationToken cancellationToken)
    {
        var latencies = new Latencies();
        var status = await database.Services.GetRequiredService<IDataStatusReader>().GetAsync(cancellationToken);
        var scopes = await ScopesAsync(status);
        // The first pass fills caches of the database and of statements.
        for (var pass = 0; pass <= Passes; pass++)
        {
            if (pass == 1)
                latencies.Clear();
            foreach (var (name, scope) in scopes)
                await OpenAsync(name, scope, latencies, cancellationToken);
        }

        return latencies;
    }

    private async Task OpenAsync(string name, Scope scope, Latencies latencies, CancellationToken cancellationToken)
    {
        OverviewAnalysis Panel(string panel) => new(Runner($"{name}, {panel}", latencies));
        await Panel("key figures").KeyFiguresAsync(scope, cancellationToken);
        await Panel("top heads").HeadsAsync(scope, cancellationToken);
        await Panel("ranking").RankingAsync(scope, cancellationToken);
        await Panel("hours").HoursAsync(scope, cancellationToken);
        await Panel("stands out").StandsOutAsync(scope, 10, cancellationToken);
        // Only its query is timed: the forecast itself is no query.
        await ActivatorUtilities.CreateInstance<ForecastAnalysis>(database.Services, Runner($"{name}, trend", latencies))
            .RunAsync(scope.Query(Measure.Count) with { Audience = QueryAudience.Release }, scope.Viewer, 6, null, cancellationToken);
    }

    private TimedRunner Runner(string name, Latencies latencies) => new(database, name, latencies);

    private async Task<IReadOnlyList<(string Name, Scope Scope)>> ScopesAsync(DataStatus status)
    {
        var state = await database.BusiestAsync("IN", 1);
        var district = await database.BusiestAsync(state, 4);
        var station = await database.BusiestAsync(district, 7);
        (string, Viewer)[] people =
        [
            ("country", await database.AddPersonAsync(PersonRole.Admin, "IN")),
            ("state", await database.AddPersonAsync(PersonRole.Supervisor, state)),
            ("district", await database.AddPersonAsync(PersonRole.Supervisor, district)),
            ("station", await database.AddPersonAsync(PersonRole.Officer, station)),
        ];
        var asOf = status.AsOf!.Value;
        (string, string?, Period)[] views =
        [
            ("12 months", null, Period.LastMonths(asOf, 12)),
            ("1 month", null, Period.LastMonths(asOf, 1)),
            ("36 months", null, Period.LastMonths(asOf, 36)),
            ("12 months of theft", "theft", Period.LastMonths(asOf, 12)),
        ];
        var reference = await database.Services.GetRequiredService<IReferenceDataReader>().GetAsync(CancellationToken.None);
        return [.. people.SelectMany(person => views.Select(view => (
            $"{person.Item1}, {view.Item1}",
            ScopeResolver.Resolve(new ScopeCodes(head: view.Item2).Over(view.Item3), person.Item2, reference, status, asOf))))];
    }

    private sealed class TimedRunner(BenchmarkDatabase database, string name, Latencies latencies) : IIncidentQueryRunner
    {
        public Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer, CancellationToken cancellationToken)
        {
            var runner = new IncidentQueryRunner(
                database.Database.App,
                database.Services.GetRequiredService<IReferenceDataReader>(),
                database.Services.GetRequiredService<PopulationReader>(),
                database.Services.GetRequiredService<PersonScopes>(),
                new QueryResultCache(10, 100_000),
                database.Services.GetRequiredService<IOptions<PrivacyOptions>>());
            return latencies.TimeAsync(name, () => runner.RunAsync(query, viewer, cancellationToken));
        }
    }
}
