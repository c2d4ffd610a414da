using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Statutes;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Reference;
using Dapper;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Support;

/// <summary>An empty database with stations, beats and a range, its administrator, and the loader.</summary>
public sealed class LoadDatabase(DatabaseServer server) : IAsyncLifetime
{
    private ReferenceDataReader? _reader;

    public DatabaseFixture Fixture { get; } = new(server);

    public ReferenceData Reference { get; private set; } = null!;

    public Viewer Admin { get; private set; } = null!;

    internal IReferenceDataReader Reader => _reader!;

    internal IncidentBatchLoader Loader { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Fixture.InitializeAsync();
        DapperSetup.Apply();
        await using (var owner = await Fixture.Owner.OpenConnectionAsync())
            await owner.ExecuteAsync(QueryDatabaseSql.AddPlaces, new { prefixes = new[] { "IN-TN-", "IN-KL-" } });
        _reader = new ReferenceDataReader(Fixture.App);
        Reference = await _reader.GetAsync(TestContext.Current.CancellationToken);
        Admin = await Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        Loader = new IncidentBatchLoader(Fixture.App, _reader, new HolidayReader(Fixture.App, _reader), Options.Create(new BatchOptions()));
    }

    public async ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        await Fixture.DisposeAsync();
    }

    internal Task<BatchResult> LoadAsync(
        IEnumerable<Incident> incidents, Viewer? viewer = null, bool isSynthetic = false, bool isDryRun = false, bool endsDemo = false) =>
        Loader.LoadAsync(
            incidents,
            new BatchInfo(Guid.NewGuid(), BatchKind.Import, "test.csv", isSynthetic, isDryRun, endsDemo),
            viewer ?? Admin,
            null,
            TestContext.Current.CancellationToken);

    internal async Task<T> ScalarAsync<T>(string sql)
    {
        await using var owner = await Fixture.Owner.OpenConnectionAsync();
        return (await owner.ExecuteScalarAsync<T>(sql))!;
    }

    /// <summary>Incidents of every kind: all levels of place, sensitive and not, with and without hours, coordinates and people.</summary>
    public IEnumerable<Incident> RandomIncidents(int seed, int count, string source = "test")
    {
        var random = new Random(seed);
        var laws = new Random(-seed - 1);
        var places = Reference.Jurisdictions.All.Where(place => place.Level >= JurisdictionLevel.Station).ToArray();
        var coarse = Reference.Jurisdictions.All.Where(place => place.Level < JurisdictionLevel.Station).ToArray();
        var leaves = Reference.Heads.LeavesOf(0).ToArray();
        for (var i = 0; i < count; i++)
        {
            var place = random.Next(5) == 0 ? coarse[random.Next(coarse.Length)] : places[random.Next(places.Length)];
            var occurred = new DateOnly(2019, 11, 1).AddDays(random.Next(900));
            yield return new Incident
            {
                Source = source,
                SourceReference = $"{seed}-{i}",
                JurisdictionOrdinal = place.Ordinal,
                HeadId = leaves[random.Next(leaves.Length)].Id,
                OccurredOn = occurred,
                OccurredAt = random.Next(4) == 0 ? null : new TimeOnly(random.Next(24), random.Next(60)),
                OccurredUntil = random.Next(4) == 0 ? occurred.ToDateTime(new TimeOnly(23, 59)) : null,
                // Mostly within three days, an eighth of them two years later: another partition.
                ReportedOn = occurred.AddDays(random.Next(24) is var delay && delay < 21 ? delay % 3 : delay * 37),
                Place = random.Next(3) == 0 ? null : new GeoPoint(8 + random.NextDouble() * 5, 76 + random.NextDouble() * 4),
                Precision = LocationPrecision.Exact,
                VictimGender = (Gender)random.Next(4),
                VictimAgeBand = Age(random.Next(9), i),
                OffenderGender = (Gender)random.Next(4),
                OffenderAgeBand = Age(random.Next(9), i),
                Status = (LegalStatus)random.Next(5),
                Sections = SomeSections(laws),
                PropertyValueRupees = random.Next(2) == 0 ? null : random.Next(100_000),
                ModusOperandi = random.Next(2) == 0 ? null : "பூட்டை உடைத்து, \"रात में\"",
            };
        }
    }

    /// <summary>Some sections, none of which protects, or null.</summary>
    internal static SectionList? SomeSections(Random random)
    {
        LawSection[] all = [new("IPC", "302"), new("IPC", "34"), new("IPC", "304A"), new("ARMS", "25", "(1B)(a)"), new("BNS", "303", "(2)")];
        random.Shuffle(all);
        return random.Next(4) == 0 ? null : new SectionList([.. all.Take(random.Next(1, 4))], 0);
    }

    // Minors in every fourth incident, for all of their cases are protected.
    private static AgeBand Age(int band, int incident) => (AgeBand)(band is >= 1 and <= 4 && incident % 4 != 0 ? band + 4 : band);
}
