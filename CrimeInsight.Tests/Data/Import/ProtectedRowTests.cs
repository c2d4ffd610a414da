using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>What is stored of a protected case, whatever its head, and what the database refuses of it.</summary>
public sealed class ProtectedRowTests(LoadDatabase database) : IClassFixture<LoadDatabase>
{
    private const string CopySql = """
        INSERT INTO crime.incident
        SELECT (jsonb_populate_record(i, jsonb_build_object('id', i.id + 1000000, 'key', gen_random_uuid()) || @change::jsonb)).*
        FROM crime.incident i
        WHERE i.source = @source
          AND i.is_sensitive = @isSensitive
          AND i.cell_key IS NOT NULL
          AND NOT i.head_id = ANY(@heads)
        ORDER BY i.id
        LIMIT 1
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadAsync_RandomIncidents_StoresOfProtectedCasesNoHourNoExactPlaceAndNoWords()
    {
        var incidents = database.RandomIncidents(77, 3000, "protected").ToDictionary(one => one.SourceReference);
        await database.LoadAsync(incidents.Values);
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        var rows = await owner.QueryAsync<Row>("""
            SELECT source_reference AS reference, is_sensitive, occurred_hour AS hour, occurred_on, occurred_from, occurred_until, latitude, longitude,
                cell_key, place_precision AS precision, modus_operandi AS words, property_value AS value
            FROM crime.incident WHERE source = 'protected'
            """);
        var (covered, minors) = (0, 0);
        foreach (var row in rows)
        {
            var incident = incidents[row.Reference];
            var isMinors = (int)incident.VictimAgeBand is >= 1 and <= 4 || (int)incident.OffenderAgeBand is >= 1 and <= 4;
            Assert.Equal(isMinors || database.Reference.Heads.IsSensitive(incident.HeadId), row.IsSensitive);
            if (!row.IsSensitive)
                continue;
            covered++;
            minors += isMinors ? 1 : 0;
            Assert.Equal((null, null, null, null), (row.Hour, row.Words, row.Value, row.OccurredUntil));
            Assert.Equal(incident.OccurredOn.ToDateTime(new TimeOnly(0, 0)).AddMinutes(-330), row.OccurredFrom);
            Assert.True(row.Precision >= (short)LocationPrecision.Cell);
            var stored = row.Latitude is { } latitude ? new GeoPoint(latitude, row.Longitude!.Value) : (GeoPoint?)null;
            Assert.Equal(incident.Place is { } exact ? Rounded(MapCell.Generalise(exact)) : null, stored);
        }
        Assert.True(covered > 300 && minors > 200 && covered < 2700, $"{covered} {minors}");
    }

    // Over several days the days stay, the times go.
    [Fact]
    public async Task LoadAsync_ProtectedCaseOverDays_KeepsTheDays()
    {
        var incident = database.RandomIncidents(78, 1, "days").Single() with
        {
            VictimAgeBand = AgeBand.From12To15, OccurredOn = new(2020, 3, 1), OccurredAt = new(22, 15), OccurredUntil = new(2020, 3, 3, 4, 30, 0),
            ReportedOn = new(2020, 3, 4),
        };
        await database.LoadAsync([incident]);
        Assert.Equal(
            new DateTime(2020, 3, 2, 18, 30, 0, DateTimeKind.Utc),
            await database.ScalarAsync<DateTime>("SELECT occurred_until FROM crime.incident WHERE source = 'days'"));
    }

    // Less is stored of a protected case than it is recognised by: two of an hour are two, the same again is a duplicate.
    [Fact]
    public async Task LoadAsync_ProtectedCasesWithoutReference_AreToldApartByWhatIsNotStored()
    {
        var incident = database.RandomIncidents(79, 1, "apart").Single() with
        {
            SourceReference = "", HeadId = database.Reference.Heads.Find("burglary")!.Id, VictimAgeBand = AgeBand.From6To11,
            OccurredAt = new(9, 0), Place = new GeoPoint(10.1, 78.1),
        };
        var result = await database.LoadAsync([incident, incident with { OccurredAt = new(10, 0) }, incident with { Place = new GeoPoint(10.1001, 78.1) }]);
        Assert.Equal((3, 0), (result.Accepted, result.Duplicates));
        Assert.Equal(1, (await database.LoadAsync([incident])).Duplicates);
    }

    [Theory]
    [InlineData(false, """{"victim_age_band": 4}""", "minor_is_sensitive")]
    [InlineData(false, """{"offender_age_band": 1}""", "minor_is_sensitive")]
    [InlineData(false, """{"head_id": "rape"}""", "head_is_sensitive")]
    [InlineData(true, """{"occurred_hour": 3}""", "sensitive_time")]
    [InlineData(true, """{"occurred_from": "2020-01-01T05:00:00Z"}""", "sensitive_time")]
    [InlineData(true, """{"occurred_until": "2025-01-01T05:00:00Z"}""", "sensitive_time")]
    [InlineData(true, """{"latitude": 13.0827}""", "sensitive_cell")]
    [InlineData(true, """{"longitude": 80.2707}""", "sensitive_cell")]
    [InlineData(true, """{"cell_key": 12345678}""", "sensitive_cell")]
    [InlineData(true, """{"place_precision": 0}""", "sensitive_place")]
    [InlineData(true, """{"modus_operandi": "words"}""", "sensitive_text")]
    [InlineData(true, """{"property_value": 5}""", "sensitive_text")]
    [InlineData(true, """{"is_sensitive": false}""", "minor_is_sensitive")]
    [InlineData(true, "{}", null)]
    [InlineData(false, """{"occurred_hour": 3}""", null)]
    public async Task Insert_ByTheOwner_IsHeldToTheRules(bool isSensitive, string change, string? constraint)
    {
        var source = $"held {isSensitive} {change.GetHashCode(StringComparison.Ordinal)}";
        var victim = isSensitive ? AgeBand.Below6 : AgeBand.Unknown;
        await database.LoadAsync(database.RandomIncidents(80, 400, source).Select(one => one with { VictimAgeBand = victim, OffenderAgeBand = 0 }));
        change = change.Replace("\"rape\"", $"{database.Reference.Heads.Find("rape")!.Id}", StringComparison.Ordinal);
        var heads = database.Reference.Heads.All.Where(head => database.Reference.Heads.IsSensitive(head.Id)).Select(head => head.Id).ToArray();
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        await using var transaction = await owner.BeginTransactionAsync(Cancel);
        var insert = () => owner.ExecuteAsync(CopySql, new { change, source, isSensitive, heads }, transaction);
        if (constraint is null)
            Assert.Equal(1, await insert());
        else
            Assert.Equal(constraint, (await Assert.ThrowsAsync<PostgresException>(insert)).ConstraintName);
    }

    private static GeoPoint? Rounded(GeoPoint point) => new GeoPoint(Math.Round(point.Latitude, 6), Math.Round(point.Longitude, 6));

    private sealed record Row
    {
        public string Reference { get; init; } = "";

        public bool IsSensitive { get; init; }

        public short? Hour { get; init; }

        public DateOnly OccurredOn { get; init; }

        public DateTime OccurredFrom { get; init; }

        public DateTime? OccurredUntil { get; init; }

        public double? Latitude { get; init; }

        public double? Longitude { get; init; }

        public long? CellKey { get; init; }

        public short Precision { get; init; }

        public string? Words { get; init; }

        public long? Value { get; init; }
    }
}
