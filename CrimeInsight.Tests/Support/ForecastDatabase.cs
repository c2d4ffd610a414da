using CrimeInsight.Core.People;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Forecasting;
using CrimeInsight.Data.Hotspots;
using CrimeInsight.Data.Queries;
using CrimeInsight.Data.Reference;
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

    internal ForecastRunStore Runs { get; private set; } = null!;

    internal StoredForecastReader Reader { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Queries.InitializeAsync();
        _references = new ReferenceDataReader(Fixture.App);
        Runs = new ForecastRunStore(Fixture.App);
        Reader = new StoredForecastReader(Fixture.App, _references, new ForecastCalibrator(Fixture.App, Histories));
        District = Queries.Places.Where(code => code.StartsWith("IN-GA-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();
    }

    public async ValueTask DisposeAsync()
    {
        _references?.Dispose();
        await Queries.DisposeAsync();
    }

    internal HistoryReader Histories => new(Fixture.App, _references!, Options.Create(new PrivacyOptions()));

    /// <summary>What another process of the app would have.</summary>
    internal ForecastRunner NewRunner()
    {
        var histories = Histories;
        var parts = new ForecastRunParts(
            new ForecastOwners(Fixture.App), new ForecastCalibrator(Fixture.App, histories), histories, new HolidayReader(Fixture.App, _references!), new ForecastWriter(Fixture.App),
            new ForecastCoherence(Fixture.App), NewHotspotComputer(), new HotspotWriter(Fixture.App), Threads: 2);
        return new ForecastRunner(Fixture.App, _references!, parts, Runs, TimeProvider.System);
    }

    internal HotspotComputer NewHotspotComputer() =>
        new(Queries.NewRunner(), new CasePointReader(Fixture.App, _references!), new DataStatusReader(Fixture.App), _references!, threads: 2);

    internal StoredHotspotReader Hotspots => new(Fixture.App, _references!);

    public Task<Viewer> AddOwnerAsync(params string[] places) => Fixture.AddPersonAsync(PersonRole.Admin, places);

    internal async Task<Guid> AskAsync(Viewer owner) => (await Runs.AskAsync(owner, TestContext.Current.CancellationToken))!.Value;

    /// <summary>A run that works, without a process that works on it.</summary>
    internal async Task<Guid> BeginAsync(Viewer owner)
    {
        var run = await AskAsync(owner);
        Assert.NotNull(await Runs.BeginAsync(run, 1, owner, TestContext.Current.CancellationToken));
        return run;
    }

    internal async Task<CrimeInsight.Core.Forecasting.Stored.ForecastRun> RunOfAsync(Guid id, Viewer owner) =>
        (await Runs.ListAsync(owner, 100, TestContext.Current.CancellationToken)).Single(run => run.Id == id);

    internal async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var owner = await Fixture.Owner.OpenConnectionAsync();
        return (await owner.ExecuteScalarAsync<T>(sql, parameters))!;
    }
}
