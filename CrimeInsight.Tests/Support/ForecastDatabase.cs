using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Forecasting;
using CrimeInsight.Data.Hotspots;
using CrimeInsight.Data.Queries;
using CrimeInsight.Data.Reference;
using CrimeInsight.Data.Results;
using CrimeInsight.Data.Runs;
using Dapper;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Support;

/// <summary>The database of random incidents, with what computes forecasts for it. A run of one district of Goa takes about a second.</summary>
public sealed class ForecastDatabase(DatabaseServer server) : IAsyncLifetime
{
    private ReferenceDataReader? _references;

    public QueryDatabase Queries { get; } = new(server);

    public DatabaseFixture Fixture => Queries.Fixture;

    /// <summary>A district that holds stations and incidents.</summary>
    public string District { get; private set; } = "";

    internal RunStore Runs { get; private set; } = null!;

    internal RunUnits Units { get; private set; } = null!;

    internal StoredForecastReader Reader { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Queries.InitializeAsync();
        _references = new ReferenceDataReader(Fixture.App);
        (Runs, Units) = (new RunStore(Fixture.App), new RunUnits(Fixture.App));
        Reader = new StoredForecastReader(Fixture.App, _references, new ForecastStore(Fixture.App));
        District = Queries.Places.Where(code => code.StartsWith("IN-GA-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();
    }

    public async ValueTask DisposeAsync()
    {
        _references?.Dispose();
        await Queries.DisposeAsync();
    }

    internal HistoryReader Histories => new(Fixture.App, _references!, Options.Create(new PrivacyOptions()));

    internal DataStatusReader Status => new(Fixture.App);

    internal ResultStore Results => new(Fixture.App, _references!);

    /// <summary>The app's methods of hotspots, and whatever a test adds.</summary>
    internal HotspotMethods HotspotMethods { get; init; } = GridHotspots.Methods;

    internal HotspotQuestion Hotspots => new(Computer.Hotspots, HotspotMethods, HotspotSources, Results);

    internal HotspotComputer Computer => new(HotspotMethods, HotspotSources);

    internal HotspotSources HotspotSources =>
        new(new PlaceCasesReader(Queries.NewRunner(), _references!), new CasePointReader(Fixture.App, _references!), new MapAnalysis(Queries.NewRunner()),
            Status, _references!);

    /// <summary>What runs compute.</summary>
    internal IRunPart[] Parts =>
    [
        new ForecastPart(Histories, new ForecastStore(Fixture.App), new HolidayReader(Fixture.App, _references!)),
        new HotspotPart(HotspotMethods, HotspotSources, Queries.NewRunner(), Results),
    ];

    /// <summary>What another process of the app would have.</summary>
    internal RunWorker NewRunner(params IRunPart[] parts) =>
        new(Units, new RunScopes(new RunOwners(Fixture.App), _references!), parts.Length > 0 ? parts : Parts, new RunThreads(2), TimeProvider.System);

    public Task<Viewer> AddOwnerAsync(params string[] places) => Fixture.AddPersonAsync(PersonRole.Admin, places);

    /// <param name="parts">What is computed; the parts of the product unless given.</param>
    internal async Task<Guid> AskAsync(Viewer owner, params IRunPart[] parts)
    {
        var versions = (parts.Length > 0 ? parts : Parts).ToDictionary(part => part.Kind, part => part.Version);
        return (await Runs.AskAsync(versions, owner, TestContext.Current.CancellationToken))!.Value;
    }

    /// <summary>Units of a run that works, each held by the test.</summary>
    internal async Task<RunClaim[]> BeginAsync(Viewer owner, params PlannedUnit[] plan)
    {
        var parts = plan.Select(planned => planned.Part).DistinctBy(part => part.Kind).ToArray();
        var (run, holder, claims) = (await AskAsync(owner, parts), Guid.NewGuid(), new List<RunClaim>());
        Assert.True(await Units.JoinAsync(run, plan, owner, TestContext.Current.CancellationToken));
        foreach (var _ in plan)
        {
            var next = await Units.ClaimAsync(run, holder, parts, owner, TestContext.Current.CancellationToken);
            var unit = plan.Single(planned => (planned.Part.Kind, planned.Unit.Name) == (next.Kind, next.Name)).Unit;
            claims.Add(new RunClaim(run, holder, next.Kind!, unit, owner, Queries.Reference, 1, new UnitMeter(unit.Work)));
        }

        return [.. claims];
    }

    internal async Task<Run> RunOfAsync(Guid id, Viewer owner) =>
        (await Runs.ListAsync(owner, 100, TestContext.Current.CancellationToken)).Single(run => run.Id == id);

    /// <summary>The person's open run, else the newest for the present complete months.</summary>
    internal async Task<PresentRun> LatestAsync(Viewer owner) => (await Runs.ListPresentAsync(owner, TestContext.Current.CancellationToken))[0];

    internal async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var owner = await Fixture.Owner.OpenConnectionAsync();
        return (await owner.ExecuteScalarAsync<T>(sql, parameters))!;
    }
}
