using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Which rows are one case, and what becomes of a row about a case that is known.</summary>
public sealed class IdentityTests(DatabaseServer server) : IAsyncLifetime
{
    private const string Equal = """
        occurred_from,reported_on,district,state,head_code
        2024-03-05,2024-03-06,Chennai,Tamil Nadu,other-theft
        2024-03-05,2024-03-06,Chennai,Tamil Nadu,other-theft
        2024-03-05,2024-03-06,Chennai,Tamil Nadu,other-theft
        2024-03-06,2024-03-06,Chennai,Tamil Nadu,burglary

        """;

    private const string PerStation = """
        FIR No.,Year,Police Station,State,District,Registration Date,Head
        1,2023,Alpha,Kerala,Ernakulam,02-06-2023,burglary
        2,2023,Alpha,Kerala,Ernakulam,03-06-2023,robbery
        1,2023,Beta,Kerala,Ernakulam,04-06-2023,murder
        2,2023,Beta,Kerala,Ernakulam,05-06-2023,cheating
        1,2024,Alpha,Kerala,Ernakulam,02-01-2024,riots

        """;

    private readonly ImportDatabase _database = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task ImportAsync_EqualRowsWithoutReference_AreCasesOfTheirOwnAndTheSameFileAddsNothing()
    {
        var first = await ImportAsync(Equal);
        var again = await ImportAsync(Equal);
        var quoted = await ImportAsync(Equal.Replace("Chennai", "\"Chennai\"", StringComparison.Ordinal).Replace(",", ";", StringComparison.Ordinal));
        var more = await ImportAsync(Equal + "2024-03-05,2024-03-06,Chennai,Tamil Nadu,other-theft\n");

        Assert.Equal((4, 0, 2), (first.Accepted, first.Duplicates, first.EqualRows));
        Assert.Equal((0, 4, 2), (again.Accepted, again.Duplicates, again.EqualRows));
        Assert.Equal((0, 4), (quoted.Accepted, quoted.Duplicates));
        Assert.Equal((1, 4, 3), (more.Accepted, more.Duplicates, more.EqualRows));
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task ImportAsync_EqualRowsToDrop_KeepsTheFirstAndListsTheOthersWithIt()
    {
        var report = await ImportAsync(Equal, request => request with { EqualRows = EqualRows.Drop });

        Assert.Equal((2, 2, 2), (report.Accepted, report.Duplicates, report.EqualRows));
        var step = report.Preparation!.Steps.Single(step => step.Step == PreparationStep.Duplicates);
        Assert.Equal((true, 2), (step.IsOn, step.Rows));
        var duplicates = await _database.Batches.DuplicatesAsync(report.BatchId, 0, 10, _database.Load.Admin, Cancel);
        Assert.Equal([(3L, 2L), (4L, 2L)], duplicates.Select(row => (row.Row, row.Twin.Row)));
    }

    /// <summary>The mapping says what equal rows are; who imports may say otherwise.</summary>
    [Fact]
    public async Task ImportAsync_EqualRowsToDropByTheMapping_AreDroppedUnlessAskedOtherwise()
    {
        var mapping = (ImportMapping.Canonical with
        {
            Name = "drops", Source = "drops", Prepare = PreparationPlan.Default.With(PreparationStep.Duplicates, true),
        }).ToJson();
        var dropped = await ImportAsync(Equal, request => request with { MappingJson = mapping, IsDryRun = true });
        var kept = await ImportAsync(Equal, request => request with { MappingJson = mapping, IsDryRun = true, EqualRows = EqualRows.Keep });

        Assert.Equal((2, 2, true), (dropped.Accepted, dropped.Duplicates, dropped.Preparation!.IsOn(PreparationStep.Duplicates)));
        Assert.Equal((4, 0, false), (kept.Accepted, kept.Duplicates, kept.Preparation!.IsOn(PreparationStep.Duplicates)));
    }

    /// <summary>
    /// The point of a station is not stored as a place: with the step on or off a file adds nothing the second time, and the true point is
    /// an update.
    /// </summary>
    [Fact]
    public async Task ImportAsync_PlaceThatItsStationStandsInFor_IsMarkedAndGivesWayToTheTrueOne()
    {
        const string header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code,latitude,longitude\n";
        const string rows = header + "S1,2024-03-05,2024-03-05,IN-TN-568-1,burglary,,\nS2,2024-03-05,2024-03-05,IN-TN-568-1,rape,,\n";
        await _database.Load.ScalarAsync<int>(
            "UPDATE crime.jurisdiction SET latitude = 13.05, longitude = 80.25 WHERE code = 'IN-TN-568-1' RETURNING 1");
        using var reader = new ReferenceDataReader(_database.Load.Fixture.App);
        _database.Use(reader);
        var first = await ImportAsync(rows);
        var stored = await PlacesAsync();
        var mapping = (ImportMapping.Canonical with { Name = "off", Prepare = PreparationPlan.Default.With(PreparationStep.Imputation, false) }).ToJson();
        var off = await ImportAsync(rows, request => request with { MappingJson = mapping, Updates = true });
        var truth = await ImportAsync(
            header + "S1,2024-03-05,2024-03-05,IN-TN-568-1,burglary,13.0612,80.2418\n", request => request with { Updates = true });

        Assert.Equal((2, 1), (first.Accepted, first.Preparation!.Imputed));
        Assert.Equal("S1 3 -; S2 5 -", stored);
        Assert.Equal((0, 2, 0), (off.Accepted, off.Duplicates, off.Preparation!.Imputed));
        Assert.Equal((1, "S1 0 13.0612; S2 5 -"), (truth.Updated, await PlacesAsync()));
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task ImportAsync_NumbersThatRestart_AreConflictsAndNoCaseIsSwallowed()
    {
        var report = await ImportAsync(PerStation, Mapping("""{ "from": "FIR No." }"""));

        Assert.Equal((2, 0, 0, 3), (report.Accepted, report.Updated, report.Duplicates, report.Conflicts));
        var conflicts = await _database.Batches.ConflictsAsync(report.BatchId, true, 0, 10, _database.Load.Admin, Cancel);
        Assert.Equal([(4L, 2L), (5L, 3L), (6L, 2L)], conflicts.Select(row => (row.Row, row.Known.Row)));
        var murder = conflicts[0];
        Assert.Equal(("1", new DateOnly(2023, 6, 4), false), (murder.New.CaseNumber, murder.New.OccurredOn, murder.IsUpdate));
        Assert.Equal(new DateOnly(2023, 6, 2), murder.Old!.OccurredOn);
        Assert.Equal(["occurred_from", "head_code"], murder.Differs);
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task ImportAsync_ReferenceOfSeveralColumns_TellsNumbersThatRestartApart()
    {
        var mapping = Mapping("""{ "from": ["FIR No.", "Year", "Police Station"], "separator": "/" }""");
        var report = await ImportAsync(PerStation, mapping);
        var again = await ImportAsync(PerStation, mapping);
        var rounded = await ImportAsync(PerStation.Replace("\n1,2024", "\n1.23457E+14,2024", StringComparison.Ordinal), mapping);

        Assert.Equal((5, 0), (report.Accepted, report.Conflicts));
        Assert.Equal((0, 5), (again.Accepted, again.Duplicates));
        Assert.Equal(RejectReason.ReferenceRounded, Assert.Single(rounded.Examples).Reason);
        Assert.StartsWith("1/2023/Alpha 2023-06-02 burglary; 1/2023/Beta 2023-06-04 murder; ", await CasesAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecideAsync_ThreeWays_DoesEachAndTheSameFileAddsNothing()
    {
        var mapping = Mapping("""{ "from": "FIR No." }""");
        var report = await ImportAsync(PerStation, mapping);
        await DecideAsync(report, 4, ConflictDecision.Separate);
        await DecideAsync(report, 5, ConflictDecision.Keep);
        await DecideAsync(report, 6, ConflictDecision.Update);

        Assert.Equal("1 2023-06-04 murder; 1 2024-01-02 riots; 2 2023-06-03 robbery", await CasesAsync());
        var batch = (await _database.Batches.OpenAsync(report.BatchId, _database.Load.Admin, Cancel))!;
        Assert.Equal((3, 1, 1, 0), (batch.Accepted, batch.Updated, batch.Conflicts, batch.PendingConflicts));
        Assert.Equal(BatchProblem.ConflictUnknown,
            (await Assert.ThrowsAsync<BatchRefusedException>(() => DecideAsync(report, 5, ConflictDecision.Keep))).Problem);
        var again = await ImportAsync(PerStation, mapping);
        Assert.Equal((0, 0, 5, 0), (again.Accepted, again.Updated, again.Duplicates, again.Conflicts));
        await RollupsAreExactAsync();

        await RollBackAsync(report);
        Assert.Equal("", await CasesAsync());
        await RollupsAreExactAsync();
    }

    [Theory]
    [InlineData("1.23457E+14")]
    [InlineData("1.2E+05")]
    [InlineData("1,23457E+14")]
    [InlineData("1.23457e+14/2024")]
    [InlineData("KL-1.2E+05")]
    public async Task ImportAsync_RoundedReference_IsRefusedAsSuch(string reference)
    {
        var report = await ImportAsync(
            $"{ImportDatabase.Header}\n\"{reference}\",2024-01-05,2024-01-06,IN-KL-565,burglary\n1E5/24,2024-01-05,2024-01-06,IN-KL-565,murder\n");

        Assert.Equal((1, 1), (report.Accepted, report.Rejected));
        Assert.Equal((RejectReason.ReferenceRounded, reference), (report.Examples[0].Reason, report.Examples[0].Value));
    }

    [Fact]
    public async Task ImportAsync_LaterExport_UpdatesWithHistoryAndItsRollupsWhenAsked()
    {
        var first = await ImportAsync(Book("under-investigation", "murder", "2024-01-06"));
        var plain = await ImportAsync(Book("chargesheeted", "murder", "2024-02-07"));
        Assert.Equal((0, 0, 1, 1), (plain.Accepted, plain.Updated, plain.Duplicates, plain.Conflicts));
        Assert.True((await _database.Batches.ConflictsAsync(plain.BatchId, true, 0, 10, _database.Load.Admin, Cancel))[0].IsUpdate);

        var update = await ImportAsync(Book("chargesheeted", "murder", "2024-02-07"), Updating);
        var stale = await ImportAsync(Book("under-investigation", "murder", "2024-01-06"), Updating);
        var contradiction = await ImportAsync(Book("convicted", "robbery", "2024-02-07"), Updating);

        Assert.Equal((0, 1, 1, 0), (update.Accepted, update.Updated, update.Duplicates, update.Conflicts));
        Assert.Equal((0, 0, 2, 0), (stale.Accepted, stale.Updated, stale.Duplicates, stale.Conflicts));
        Assert.Equal((0, 0, 1, 1), (contradiction.Accepted, contradiction.Updated, contradiction.Duplicates, contradiction.Conflicts));
        Assert.Equal("1 2", await StatusesAsync());
        Assert.Equal(1, await _database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.incident_history WHERE (was ->> 'status')::integer = 0"));
        await RollupsAreExactAsync();

        Assert.Equal($"{await NumberAsync(update)} book.csv", (await Assert.ThrowsAsync<BatchRefusedException>(() => RollBackAsync(first))).Detail);
        var undone = await RollBackAsync(update);
        Assert.Equal((0, 1), (undone.Removed, undone.Restored));
        Assert.Equal("0 2", await StatusesAsync());
        Assert.Equal(0, await _database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.incident_history"));
        await RollupsAreExactAsync();
        Assert.Equal(4, (await RollBackAsync(first)).Orphaned);
    }

    [Fact]
    public async Task ImportAsync_UpdateThatProtectsACase_LeavesNothingMoreInItsHistory()
    {
        const string header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code,latitude,longitude,property_value,modus_operandi,status";
        await ImportAsync($"{header}\nP1,2024-01-05T22:30,2024-01-06,IN-TN-568,kidnapping,13.08271,80.27071,5000,by the well,under-investigation\n");
        var second = await ImportAsync(
            $"{header}\nP1,2024-01-05T22:30,2024-01-06,IN-TN-568,pocso,13.08271,80.27071,5000,by the well,chargesheeted\n", Updating);

        Assert.Equal(1, second.Conflicts);
        await DecideAsync(second, 2, ConflictDecision.Update);
        Assert.Equal("t  ",
            await _database.Load.ScalarAsync<string>("""
                SELECT concat_ws(' ', (SELECT left(is_sensitive::text, 1) FROM crime.incident), was ->> 'modus_operandi', '', '', was ->> 'property_value')
                FROM crime.incident_history
                WHERE (was ->> 'latitude')::double precision = (SELECT latitude FROM crime.incident)
                """));
        await RollupsAreExactAsync();
        await RollBackAsync(second);
        Assert.False(await _database.Load.ScalarAsync<bool>("SELECT is_sensitive FROM crime.incident"));
        await RollupsAreExactAsync();
    }

    private static ImportRequest Updating(ImportRequest request) => request with { Updates = true };

    private static string Book(string status, string head, string reported) =>
        $"{ImportDatabase.Header},status\nB1,2024-01-05,{reported},IN-KL-565,{head},{status}\nB2,2024-01-05,2024-01-06,IN-KL-565,arson,closed\n";

    private static Func<ImportRequest, ImportRequest> Mapping(string reference) => request => request with
    {
        MappingJson = $$"""
            { "name": "stationbook", "columns": { "source_reference": {{reference}}, "occurred_from": { "from": "Registration Date" },
            "state": { "from": "State" }, "district": { "from": "District" }, "station": { "from": "Police Station" }, "head_code": { "from": "Head" } } }
            """,
    };

    private async Task<ImportReport> ImportAsync(string text, Func<ImportRequest, ImportRequest>? change = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var request = new ImportRequest { FileName = "book.csv", Content = content, Override = ImportDatabase.Why };
        var report = await _database.Importer.ImportAsync(change?.Invoke(request) ?? request, _database.Load.Admin, null, Cancel);
        Assert.Equal(report.Rows, report.Accepted + report.Updated + report.Duplicates + report.Conflicts + report.Rejected);
        return report;
    }

    private Task<string> PlacesAsync() => _database.Load.ScalarAsync<string>("""
        SELECT string_agg(concat_ws(' ', source_reference, place_precision, coalesce(latitude::text, '-')), '; ' ORDER BY source_reference)
        FROM crime.incident
        """);

    private Task DecideAsync(ImportReport report, long row, ConflictDecision decision) =>
        _database.Batches.DecideAsync(report.BatchId, row, decision, _database.Load.Admin, Cancel);

    private Task<RollbackReport> RollBackAsync(ImportReport report) =>
        _database.Batches.RollBackAsync(report.BatchId, _database.Load.Admin, null, Cancel);

    private async Task<int> NumberAsync(ImportReport report) =>
        (await _database.Batches.OpenAsync(report.BatchId, _database.Load.Admin, Cancel))!.Number;

    private Task<string> CasesAsync() => _database.Load.ScalarAsync<string>("""
        SELECT coalesce(string_agg(concat_ws(' ', i.source_reference, i.occurred_on, h.code), '; ' ORDER BY i.source_reference, i.occurred_on), '')
        FROM crime.incident i
        JOIN crime.crime_head h ON h.id = i.head_id
        """);

    private Task<string> StatusesAsync() =>
        _database.Load.ScalarAsync<string>("SELECT string_agg(status::text, ' ' ORDER BY source_reference) FROM crime.incident");

    private async Task RollupsAreExactAsync() =>
        Assert.All(await RollupRecount.CompareAsync(_database.Load.Fixture.Owner), table => Assert.Equal((table.Key, 0), (table.Key, table.Value.Differences)));
}
