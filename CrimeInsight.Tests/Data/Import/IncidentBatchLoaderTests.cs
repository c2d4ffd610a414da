using System.Threading.Channels;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Import;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Import;

public sealed class IncidentBatchLoaderTests(LoadDatabase database) : IClassFixture<LoadDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadAsync_SeveralRandomBatches_RollupsEqualARecountAndAPlantedErrorShows()
    {
        foreach (var (seed, count) in new[] { (1, 9000), (2, 1), (3, 7000), (4, 50) })
            Assert.Equal(count, (await database.LoadAsync(database.RandomIncidents(seed, count, "recount"))).Accepted);

        foreach (var (table, (rows, differences)) in await RollupRecount.CompareAsync(database.Fixture.Owner))
        {
            Assert.True(rows > 1000, $"{table} compares only {rows} rows.");
            Assert.True(differences == 0, $"{table} differs in {differences} rows.");
        }

        // Negative control: one case too many in each rollup is found.
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        List<string> undo = [];
        foreach (var (table, first) in new[]
        {
            ("rollup_month", "cases"), ("rollup_hour", "cases[1]"), ("rollup_victim", "cases[1]"), ("rollup_cell", "cases[1]"),
            ("rollup_month_registered", "cases"), ("rollup_victim_registered", "cases[1]"), ("incident_section", "ordinal"),
        })
            undo.Add(await owner.ExecuteScalarAsync<string>($"""
                UPDATE crime.{table} SET {first} = {first} + 1 WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM crime.{table} LIMIT 1)
                RETURNING format('UPDATE crime.{table} SET {first} = {first} - 1 WHERE tableoid = %s AND ctid = %L', tableoid::oid, ctid)
                """) ?? "");
        Assert.All(await RollupRecount.CompareAsync(database.Fixture.Owner), table => Assert.Equal(2, table.Value.Differences));
        foreach (var statement in undo)
            await owner.ExecuteAsync(statement);
    }

    [Fact]
    public async Task LoadAsync_LargeBatchOfWhichPartIsKnown_CountsEachCaseOnceAndClosesItsTables()
    {
        var incidents = database.RandomIncidents(21, 6000, "partly").ToList();
        await database.LoadAsync(incidents.Take(2500));
        var result = await database.LoadAsync(incidents);

        Assert.Equal((3500, 2500), (result.Accepted, result.Duplicates));
        Assert.All(await RollupRecount.CompareAsync(database.Fixture.Owner), table => Assert.Equal(0, table.Value.Differences));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) - count(DISTINCT key) FROM crime.incident"));
        // The app filled these tables before they became partitions.
        Assert.Equal(0, await database.ScalarAsync<long>("""
            SELECT count(*)
            FROM pg_class c
            JOIN pg_inherits i ON i.inhrelid = c.oid
            CROSS JOIN LATERAL aclexplode(c.relacl) a
            WHERE c.relnamespace = 'crime'::regnamespace AND c.relkind = 'r' AND a.grantee <> c.relowner
            """));
    }

    [Fact]
    public async Task CommitBatch_RollupThatIsNotTheRows_IsRefused()
    {
        await using var session = await BatchSession.OpenAsync(
            database.Fixture.App, database.Admin, new BatchInfo(Guid.NewGuid(), BatchKind.Import, "wrong.csv"), null, Cancel);
        var nodes = new RollupNodes(await session.PlacesAsync(Cancel), database.Reference.Heads);
        var channel = Channel.CreateUnbounded<BatchChunk>();
        var counters = new RollupCounters(nodes);
        await using var writer = new BatchWriter(
            new IncidentEncoder(database.Reference.Heads, session.Number), new RollupCounters(nodes), new ChunkBuffers(), channel.Writer, Cancel);
        var incident = Burglary("wrong", "1");
        await writer.AddAsync(1, incident, Cancel);
        await writer.CompleteAsync(Cancel);
        counters.Add(RollupFacts.Of(incident, null, isSensitive: false));
        counters.Add(RollupFacts.Of(incident, null, isSensitive: false));
        await counters.SendAsync(new ChunkBuffers(), channel.Writer, 1, Cancel);
        channel.Writer.Complete();
        var chunks = await channel.Reader.ReadAllAsync(Cancel).ToListAsync(Cancel);
        await session.SendAsync(chunks[0], Cancel);
        await session.CheckAsync(keysDiffer: true, Cancel);
        await session.IndexAsync(Cancel);
        foreach (var chunk in chunks.Skip(1))
            await session.SendAsync(chunk, Cancel);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.CommitAsync(BatchClosing.Empty, true, Cancel));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task LoadAsync_WorkedExample_StoresEachColumnAsGiven()
    {
        var station = database.Reference.Jurisdictions.All.First(place => place.Code.StartsWith("IN-TN-", StringComparison.Ordinal)
            && place.Level == CrimeInsight.Core.Jurisdictions.JurisdictionLevel.Station);
        var incident = Burglary("worked", "R1") with
        {
            JurisdictionOrdinal = station.Ordinal,
            OccurredOn = new DateOnly(2023, 3, 1),
            OccurredAt = new TimeOnly(2, 30),
            OccurredUntil = new DateTime(2023, 3, 1, 6, 0, 0),
            ReportedOn = new DateOnly(2023, 3, 2),
            Place = new GeoPoint(13.08271234, 80.27071234),
            Precision = LocationPrecision.Locality,
            ModusOperandi = "ताला तोड़कर",
            PropertyValueRupees = 12_34_567,
        };

        await database.LoadAsync([incident]);

        var row = await SingleAsync("worked");
        Assert.Equal(new DateOnly(2023, 3, 1), row.occurred_on);
        Assert.Equal((short)2, row.occurred_hour);
        // 02:30 in India is 21:00 UTC of the day before.
        Assert.Equal(new DateTime(2023, 2, 28, 21, 0, 0, DateTimeKind.Utc), row.occurred_from);
        Assert.Equal(new DateTime(2023, 3, 1, 0, 30, 0, DateTimeKind.Utc), row.occurred_until);
        Assert.Equal(13.082712, row.latitude);
        Assert.Equal(MapCell.KeyOf(new GeoPoint(13.082712, 80.270712)), row.cell_key);
        Assert.Equal("ताला तोड़कर", row.modus_operandi);
        Assert.Equal(1234567L, row.property_value);
        Assert.Equal((short)LocationPrecision.Locality, row.place_precision);
        Assert.Equal(station.Ordinal, row.ordinal);
        Assert.False(row.is_sensitive);
    }

    [Fact]
    public async Task LoadAsync_SensitiveHead_KeepsNeitherPlaceNorWordsNorValue()
    {
        var exact = new GeoPoint(13.0827, 80.2707);
        var head = database.Reference.Heads.Find("rape")!;
        await database.LoadAsync(
            [Burglary("sensitive", "R1") with { HeadId = head.Id, Place = exact, Precision = LocationPrecision.Exact, ModusOperandi = "words",
                PropertyValueRupees = 5 }]);

        var row = await SingleAsync("sensitive");
        var centre = MapCell.Generalise(exact);
        Assert.True(row.is_sensitive);
        Assert.Equal((short)LocationPrecision.Cell, row.place_precision);
        Assert.Equal(Math.Round(centre.Latitude, 6), row.latitude);
        Assert.Equal(Math.Round(centre.Longitude, 6), row.longitude);
        Assert.Null(row.modus_operandi);
        Assert.Null(row.property_value);
    }

    [Fact]
    public async Task LoadAsync_SameReference_IsADuplicateWithinTheBatchAndAcrossBatches()
    {
        var first = await database.LoadAsync(
            [Burglary("reference", "A"), Burglary("reference", "B") with { Status = LegalStatus.Closed }, Burglary("reference", "A")]);
        var second = await database.LoadAsync([Burglary("reference", "A"), Burglary("reference", "C"), Burglary("other", "A")]);

        Assert.Equal((2, 1), (first.Accepted, first.Duplicates));
        // The same reference in another source is another case.
        Assert.Equal((2, 1), (second.Accepted, second.Duplicates));
    }

    [Fact]
    public async Task LoadAsync_NoReference_ContentDecides()
    {
        var known = Burglary("content", "K1") with { PropertyValueRupees = 111 };
        var unknown = Burglary("content", "") with { PropertyValueRupees = 222 };
        await database.LoadAsync([known]);

        var result = await database.LoadAsync(
        [
            unknown,
            unknown,
            unknown with { Status = LegalStatus.Convicted },
            // Like a case that has a reference, but nothing says that it is the same one.
            known with { SourceReference = "", Source = "elsewhere" },
            unknown with { PropertyValueRupees = 223 },
            // Two references, one content: two cases.
            known with { SourceReference = "K2" },
        ]);
        var again = await database.LoadAsync([unknown with { Source = "elsewhere" }]);

        Assert.Equal((4, 2, 2), (result.Accepted, result.Duplicates, result.EqualRows));
        Assert.Equal((0, 1), (again.Accepted, again.Duplicates));
    }

    [Fact]
    public async Task LoadAsync_NotAnAdministrator_IsRefused()
    {
        var supervisor = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.LoadAsync([Burglary("refused", "1")], supervisor));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) FROM crime.batch WHERE person_id = '" + supervisor.PersonId + "'"));
    }

    [Fact]
    public async Task LoadAsync_RowOutsideTheAdministratorsJurisdictions_LoadsNothing()
    {
        var admin = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN-KL");
        var inside = database.Reference.Jurisdictions.Find("IN-KL")!.Ordinal;

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.LoadAsync(
            [Burglary("outside", "1") with { JurisdictionOrdinal = inside }, Burglary("outside", "2")], admin));
        Assert.Equal(0, await CountAsync("outside"));
        Assert.Equal(1, (await database.LoadAsync([Burglary("outside", "1") with { JurisdictionOrdinal = inside }], admin)).Accepted);
    }

    [Fact]
    public async Task LoadAsync_HeadWithFinerOnesBelow_IsRefused()
    {
        var theft = database.Reference.Heads.Find("theft")!;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.LoadAsync([Burglary("coarse", "1") with { HeadId = theft.Id }]));
    }

    [Fact]
    public async Task LoadAsync_DryRun_SaysWhatWouldComeOfItAndChangesNothing()
    {
        await database.LoadAsync([Burglary("dry", "1")]);
        var before = await database.ScalarAsync<long>("SELECT data_version FROM crime.data_state");

        var result = await database.LoadAsync([Burglary("dry", "1"), Burglary("dry", "2")], isDryRun: true);

        Assert.Equal((1, 1), (result.Accepted, result.Duplicates));
        Assert.Equal(1, await CountAsync("dry"));
        Assert.Equal(before, await database.ScalarAsync<long>("SELECT data_version FROM crime.data_state"));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'staging'"));
    }

    private Incident Burglary(string source, string reference) => new()
    {
        Source = source,
        SourceReference = reference,
        JurisdictionOrdinal = database.Reference.Jurisdictions.Find("IN-TN")!.Ordinal,
        HeadId = database.Reference.Heads.Find("burglary")!.Id,
        OccurredOn = new DateOnly(2022, 5, 17),
        ReportedOn = new DateOnly(2022, 5, 18),
    };

    private Task<long> CountAsync(string source) => database.ScalarAsync<long>($"SELECT count(*) FROM crime.incident WHERE source = '{source}'");

    private async Task<Stored> SingleAsync(string source)
    {
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        return await owner.QuerySingleAsync<Stored>("SELECT * FROM crime.incident WHERE source = @source", new { source });
    }

#pragma warning disable IDE1006, CA1812 // Named as the columns; made by Dapper.
    private sealed class Stored
    {
        public DateOnly occurred_on { get; init; }
        public short? occurred_hour { get; init; }
        public DateTime occurred_from { get; init; }
        public DateTime? occurred_until { get; init; }
        public double? latitude { get; init; }
        public double? longitude { get; init; }
        public long? cell_key { get; init; }
        public string? modus_operandi { get; init; }
        public long? property_value { get; init; }
        public short place_precision { get; init; }
        public int ordinal { get; init; }
        public bool is_sensitive { get; init; }
    }
#pragma warning restore IDE1006, CA1812
}
