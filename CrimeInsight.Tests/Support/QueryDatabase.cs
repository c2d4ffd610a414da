using System.Globalization;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Queries;
using CrimeInsight.Data.Reference;
using Dapper;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Support;

/// <summary>A database with stations, a range, beats and 5,000 random incidents loaded in two batches, which the tests also hold in memory.</summary>
public sealed class QueryDatabase(DatabaseServer server) : IAsyncLifetime
{
    private static readonly string[] s_districts = ["IN-TN-", "IN-KL-", "IN-GA-"];

    public DatabaseFixture Fixture { get; } = new(server);

    public ReferenceData Reference { get; private set; } = null!;

    public IReadOnlyList<TestIncident> Incidents { get; private set; } = [];

    /// <summary>Codes of places that hold incidents, of every level, and of some that hold none.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    public IReadOnlyList<string> Heads => [.. Reference.Heads.All.Select(head => head.Code)];

    internal IIncidentQueryRunner Runner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Fixture.InitializeAsync();
        await using (var owner = await Fixture.Owner.OpenConnectionAsync())
        {
            await owner.ExecuteAsync(QueryDatabaseSql.AddPlaces, new { prefixes = s_districts });
            Reference = await ReadReferenceAsync();
            Places = [.. Reference.Jurisdictions.All.Where(place => IsUsed(place)).Select(place => place.Code), "IN-PB"];
            Incidents = [.. RandomIncidents(new Random(20240701), 5_000)];
            var admin = await Fixture.AddPersonAsync(PersonRole.Admin, "IN");
            await LoadAsync(admin, Incidents.Take(3_000));
            await LoadAsync(admin, Incidents.Skip(3_000));
        }
        Runner = NewRunner();
    }

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();

    /// <summary>A runner with an empty cache.</summary>
    internal IIncidentQueryRunner NewRunner() =>
        new IncidentQueryRunner(Fixture.App, new ReferenceDataReader(Fixture.App), new PopulationReader(Fixture.App),
            new PersonScopes(Fixture.App, new DataStatusReader(Fixture.App), new DatabaseNews(), TimeProvider.System), new QueryResultCache(1_000, 100_000),
            Options.Create(new PrivacyOptions()));

    internal ResolvedQuery Resolve(IncidentQuery query, Viewer viewer) =>
        QueryResolver.Resolve(query, Reference, [.. viewer.JurisdictionIds.Select(id => Reference.Jurisdictions.Find(id)!)]);

    /// <summary>Cells before suppression, read as a person from a given source.</summary>
    internal async Task<List<CellRow>> CellsAsync(ResolvedQuery resolved, Viewer? viewer, QuerySource? source = null)
    {
        var compiled = IncidentQueryCompiler.Compile(resolved, source ?? QuerySource.Choose(resolved), isDetailed: true);
        await using var session = await PersonSession.OpenAsync(Fixture.App, viewer, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var rows = await session.Connection.QueryAsync<CellRow>(compiled.Sql, compiled.Parameters, session.Transaction);
        return [.. rows.Where(row => row.Cases > 0).OrderBy(row => (row.Slice, row.K1, row.K2, row.K3))];
    }

    private static bool IsUsed(Jurisdiction place) =>
        place.Level <= JurisdictionLevel.Country || s_districts.Any(prefix => (place.Code + "-").StartsWith(prefix, StringComparison.Ordinal));

    // Through the real import, as an administrator would.
    private async Task LoadAsync(Viewer admin, IEnumerable<TestIncident> incidents)
    {
        using var reader = new ReferenceDataReader(Fixture.App);
        var loaded = await new IncidentBatchLoader(Fixture.App, reader, new HolidayReader(Fixture.App, reader), Options.Create(new BatchOptions())).LoadAsync(
            incidents.Select(incident => incident.ToIncident()),
            new BatchInfo(Guid.NewGuid(), BatchKind.Import, "random.csv"), admin, null, TestContext.Current.CancellationToken);
        Assert.Equal(0, loaded.Duplicates + loaded.Rejected);
    }

    private async Task<ReferenceData> ReadReferenceAsync()
    {
        using var reader = new ReferenceDataReader(Fixture.App);
        return await reader.GetAsync(TestContext.Current.CancellationToken);
    }

    private IEnumerable<TestIncident> RandomIncidents(Random random, int count)
    {
        var places = Places.Select(code => Reference.Jurisdictions.Find(code)!).Where(IsUsed).ToArray();
        var fine = places.Where(place => place.Level >= JurisdictionLevel.Station).ToArray();
        var leaves = Reference.Heads.LeavesOf(Reference.Heads.Root.Id).ToArray();
        var sensitive = leaves.Where(leaf => leaf.IsSensitive).ToArray();
        var first = new DateOnly(2021, 1, 1).DayNumber;
        for (var i = 0; i < count; i++)
        {
            var head = random.NextDouble() < 0.15 ? sensitive[random.Next(sensitive.Length)] : leaves[random.Next(leaves.Length)];
            var place = random.NextDouble() < 0.9 ? fine[random.Next(fine.Length)] : places[random.Next(places.Length)];
            var occurred = DateOnly.FromDayNumber(first + random.Next(4 * 365));
            // A third the same day, the others up to three months or, some, three years later; all by the last day of an offence.
            var delay = Math.Min(
                random.Next(3) == 0 ? 0 : random.Next(10) == 0 ? random.Next(1_000) : random.Next(90), first + 4 * 365 - 1 - occurred.DayNumber);
            var (victim, offender) = (Age(random), Age(random));
            yield return new TestIncident(
                i.ToString(CultureInfo.InvariantCulture),
                place.Ordinal,
                head.Id,
                head.IsSensitive || IsMinor(victim) || IsMinor(offender),
                occurred,
                occurred.AddDays(delay),
                random.Next(-1, 24),
                (LegalStatus)random.Next(5),
                (Gender)random.Next(4),
                victim,
                offender);
        }
    }

    // A minor in one of ten.
    private static AgeBand Age(Random random) => (AgeBand)(random.Next(10) == 0 ? random.Next(1, 5) : random.Next(4) == 0 ? 0 : random.Next(5, 9));

    private static bool IsMinor(AgeBand age) => (int)age is >= 1 and <= 4;
}
