using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;
using CrimeInsight.Data.Import;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Sections are part of what a row says of a case: they are updated with history, decided, and taken back.</summary>
public sealed class SectionUpdateTests(DatabaseServer server) : IAsyncLifetime
{
    private const string Header = "source_reference,occurred_from,reported_on,jurisdiction_code,sections";

    // Cases with their sections, but for the ids.
    private const string StateSql = """
        SELECT string_agg(concat_ws(' ', (to_jsonb(i) - 'id')::text, (SELECT string_agg((to_jsonb(s) - 'incident_id')::text, ',' ORDER BY s.place)
            FROM crime.incident_section s WHERE s.incident_id = i.id)), '; ' ORDER BY i.key)
        FROM crime.incident i
        """;

    private readonly ImportDatabase _database = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("302, 34 IPC", "302, 34, 201 IPC")]
    [InlineData("302, 34, 201 IPC", "302 IPC")]
    [InlineData("302 IPC", "302 IPC, 25/27 Arms Act")]
    [InlineData("379 IPC", "379 IPC, 411 IPC")]
    [InlineData("376 IPC", "376, 506 IPC")]
    [InlineData("376, 506 IPC", "376 IPC")]
    public async Task ImportAsync_OtherSections_UpdateWithHistoryWhenAskedAndAreUndoneExactly(string before, string after)
    {
        await ImportAsync(Row(before));
        var state = await StateAsync();
        var plain = await ImportAsync(Row(after));
        Assert.Equal((0, 0, 1), (plain.Updated, plain.Duplicates, plain.Conflicts));
        var possible = Assert.Single(await ConflictsAsync(plain));
        Assert.True(possible.IsUpdate);
        Assert.Equal(["sections"], possible.Differs);
        Assert.NotEqual(possible.Old!.Sections, possible.New.Sections);
        Assert.Equal(state, await StateAsync());

        var update = await ImportAsync(Row(after), isUpdating: true);
        Assert.Equal((0, 1, 0, 0), (update.Accepted, update.Updated, update.Duplicates, update.Conflicts));
        Assert.Equal(possible.New.Sections, await SectionsAsync());
        Assert.Equal(possible.Old.Sections, await _database.Load.ScalarAsync<string>("""
            SELECT string_agg(concat(s ->> 'act', ' ', s ->> 'section', s ->> 'subsection'), ', ')
            FROM crime.incident_history h CROSS JOIN LATERAL jsonb_array_elements(h.was -> 'sections') AS s
            """));
        Assert.Equal((0, 1), (await ImportAsync(Row(before), isUpdating: true)) is var stale ? (stale.Updated, stale.Duplicates) : default);
        Assert.Equal((0, 1), (await ImportAsync(Row(after))) is var again ? (again.Conflicts, again.Duplicates) : default);
        await TotalsAreExactAsync();

        await RollBackAsync(update);
        Assert.Equal(state, await StateAsync());
        await TotalsAreExactAsync();
    }

    [Theory]
    [InlineData("302, 34 IPC", "34, 302 IPC")]
    [InlineData("302 r/w 34 IPC", "IPC 302/34")]
    public async Task ImportAsync_SameSectionsWrittenOtherwise_AreADuplicate(string before, string after)
    {
        await ImportAsync(Row(before));
        var report = await ImportAsync(Row(after), isUpdating: true);
        Assert.Equal((0, 1, 0), (report.Updated, report.Duplicates, report.Conflicts));
    }

    [Fact]
    public async Task ImportAsync_RowsWithoutSections_LeaveThemAndFirstOnesFillIn()
    {
        await ImportAsync(Row("302, 34 IPC"));
        var less = await ImportAsync($"{ImportDatabase.Header},status\nS1,2024-01-05,2024-01-06,IN-KL-565,murder,chargesheeted\n", isUpdating: true);
        Assert.Equal((1, 0), (less.Updated, less.Conflicts));
        Assert.Equal("IPC 302, IPC 34", await SectionsAsync());

        await ImportAsync($"{ImportDatabase.Header}\nS2,2024-01-05,2024-01-06,IN-KL-565,murder\n");
        var more = await ImportAsync(Row("302 IPC", "S2"), isUpdating: true);
        Assert.Equal((1, 0), (more.Updated, more.Conflicts));
        Assert.Equal("IPC 302", await SectionsAsync("S2"));
        await TotalsAreExactAsync();
        await RollBackAsync(more);
        Assert.Equal("", await SectionsAsync("S2"));
        await TotalsAreExactAsync();
    }

    [Fact]
    public async Task ImportAsync_AnotherHead_IsAnUpdateWithOtherSectionsAndAConflictWithout()
    {
        await ImportAsync(Row("379 IPC"));
        var state = await StateAsync();
        var graver = await ImportAsync(Row("379, 302 IPC"), isUpdating: true);
        Assert.Equal((1, 0), (graver.Updated, graver.Conflicts));
        Assert.Equal("murder", await HeadAsync());
        await TotalsAreExactAsync();
        await RollBackAsync(graver);
        Assert.Equal(state, await StateAsync());

        const string named = $"{Header},head_code\nS2,2024-01-05,2024-01-06,IN-KL-565,302 IPC,";
        await ImportAsync(named + "murder\n");
        var other = await ImportAsync(named + "robbery\n", isUpdating: true);
        Assert.Equal((0, 1), (other.Updated, other.Conflicts));
        Assert.Equal(["head_code"], (await ConflictsAsync(other))[0].Differs);
        await TotalsAreExactAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ImportAsync_SensitiveSectionOfAnUpdate_ProtectsTheCaseAndWhatWaits(bool hasPlace)
    {
        const string details = ",latitude,longitude,property_value,modus_operandi\n";
        const string exact = ",13.08271,80.27071,5000,by the well\n";
        await ImportAsync(Header + details + "S1,2024-01-05T22:30,2024-01-06,IN-TN-568,302 IPC" + exact);
        var waiting = await ImportAsync(Header + details + "S1,2024-01-05T23:30,2024-01-06,IN-TN-568,302 IPC" + exact);
        Assert.Equal(1, waiting.Conflicts);

        var update = await ImportAsync(
            Header + details + "S1,2024-01-05T22:30,2024-01-06,IN-TN-568,\"302, 376 IPC\"" + (hasPlace ? exact : ",,,,\n"), isUpdating: true);
        Assert.Equal((1, 0), (update.Updated, update.Conflicts));
        Assert.Equal("IPC 302, IPC 376", await SectionsAsync());
        var stored = await _database.Load.ScalarAsync<string>("""
            SELECT string_agg(concat_ws(' ', x ->> 'is_sensitive', coalesce(x ->> 'occurred_hour', '-'), coalesce(x ->> 'modus_operandi', '-'),
                coalesce(x ->> 'property_value', '-'), x ->> 'latitude', x ->> 'longitude', x ->> 'place_precision'), '; ' ORDER BY n)
            FROM (SELECT 1 AS n, to_jsonb(i) AS x FROM crime.incident i
                  UNION ALL SELECT 2, was FROM crime.incident_history
                  UNION ALL SELECT 3, incident FROM crime.batch_conflict) AS all_states
            """);
        var coarse = stored[..stored.IndexOf(';', StringComparison.Ordinal)]["true ".Length..];
        Assert.StartsWith("- - - 13.", coarse, StringComparison.Ordinal);
        Assert.DoesNotContain("13.08271", coarse, StringComparison.Ordinal);
        Assert.EndsWith($" {(int)LocationPrecision.Cell}", coarse, StringComparison.Ordinal);
        Assert.Equal($"true {coarse}; false {coarse}; false {coarse}", stored);
        await TotalsAreExactAsync();

        await RollBackAsync(update);
        Assert.Equal("IPC 302", await SectionsAsync());
        Assert.False(await _database.Load.ScalarAsync<bool>("SELECT is_sensitive FROM crime.incident"));
        await TotalsAreExactAsync();
    }

    // Few cases are changed in the tables of their years, many rebuild them.
    [Theory]
    [InlineData(60)]
    [InlineData(2600)]
    public async Task LoadAsync_SensitiveSectionOfMany_ProtectsThemAllAndIsTakenBack(int count)
    {
        SectionList murder = new([new LawSection("IPC", "302")], 0), both = new([new LawSection("IPC", "302"), new LawSection("IPC", "376")], 0);
        var cases = _database.Load.RandomIncidents(21, count).ToList();
        await LoadAsync(cases.Select(incident => incident with { Sections = murder }));
        const string open = "SELECT count(*) FROM crime.incident WHERE NOT is_sensitive";
        const string sections = "SELECT count(*) FROM crime.incident_section";
        var before = await _database.Load.ScalarAsync<long>(open);

        var (update, result) = await LoadAsync(cases.Select(incident => incident with { Sections = both }));
        Assert.Equal((0, count, 0, 0), (result.Accepted, result.Updated, result.Duplicates, result.Conflicts));
        Assert.Equal((0L, count * 2L), (await _database.Load.ScalarAsync<long>(open), await _database.Load.ScalarAsync<long>(sections)));
        await TotalsAreExactAsync();

        await _database.Batches.RollBackAsync(update, _database.Load.Admin, null, Cancel);
        Assert.Equal((before, count), (await _database.Load.ScalarAsync<long>(open), await _database.Load.ScalarAsync<long>(sections)));
        await TotalsAreExactAsync();
    }

    [Fact]
    public async Task ImportAsync_UpdateWithoutTheSensitiveSection_LiftsNoProtection()
    {
        await ImportAsync(Row("302, 376 IPC"));
        var state = await StateAsync();
        var report = await ImportAsync(Row("302 IPC"), isUpdating: true);
        Assert.Equal((0, 0, 1), (report.Updated, report.Duplicates, report.Conflicts));
        Assert.Contains("is_sensitive", (await ConflictsAsync(report))[0].Differs);
        Assert.Equal(BatchProblem.LiftsProtection,
            (await Assert.ThrowsAsync<BatchRefusedException>(() => DecideAsync(report, 2, ConflictDecision.Update))).Problem);
        Assert.Equal(state, await StateAsync());
        await DecideAsync(report, 2, ConflictDecision.Keep);
        Assert.Equal(1, (await ImportAsync(Row("302 IPC"), isUpdating: true)).Duplicates);
        await TotalsAreExactAsync();
    }

    [Fact]
    public async Task DecideAsync_EachWay_GivesEveryCaseItsSections()
    {
        const string text = $"{Header}\nS1,2024-01-05,2024-01-06,IN-KL-565,\"302, 34 IPC\"\nS1,2024-03-05,2024-03-06,IN-KL-565,\"457, 380 IPC\"\n"
            + "S2,2024-01-05,2024-01-06,IN-KL-565,379 IPC\nS2,2024-01-05,2024-01-06,IN-KL-565,\"379, 411 IPC\"\n";
        var report = await ImportAsync(text);
        Assert.Equal((2, 0, 2), (report.Accepted, report.Duplicates, report.Conflicts));
        await DecideAsync(report, 3, ConflictDecision.Separate);
        await DecideAsync(report, 5, ConflictDecision.Update);

        Assert.Equal("IPC 302, IPC 34; IPC 457, IPC 380", await SectionsAsync());
        Assert.Equal("IPC 379, IPC 411", await SectionsAsync("S2"));
        await TotalsAreExactAsync();
        Assert.Equal(4, (await ImportAsync(text)).Duplicates);
        await RollBackAsync(report);
        Assert.Equal(0, await _database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.incident_section"));
    }

    private static string Row(string sections, string reference = "S1") => $"{Header}\n{reference},2024-01-05,2024-01-06,IN-KL-565,\"{sections}\"\n";

    private async Task<ImportReport> ImportAsync(string text, bool isUpdating = false)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var request = new ImportRequest { FileName = "book.csv", Content = content, Updates = isUpdating };
        var report = await _database.Importer.ImportAsync(request, _database.Load.Admin, null, Cancel);
        Assert.Equal((0, report.Rows), (report.Rejected, report.Accepted + report.Updated + report.Duplicates + report.Conflicts));
        return report;
    }

    private async Task<(Guid Id, BatchResult Result)> LoadAsync(IEnumerable<Incident> incidents)
    {
        var info = new BatchInfo(Guid.NewGuid(), BatchKind.Import, "many.csv") { Updates = true };
        return (info.Id, await _database.Load.Loader.LoadAsync(incidents, info, _database.Load.Admin, null, Cancel));
    }

    private Task<IReadOnlyList<ConflictRow>> ConflictsAsync(ImportReport report) =>
        _database.Batches.ConflictsAsync(report.BatchId, true, 0, 10, _database.Load.Admin, Cancel);

    private Task DecideAsync(ImportReport report, long row, ConflictDecision decision) =>
        _database.Batches.DecideAsync(report.BatchId, row, decision, _database.Load.Admin, Cancel);

    private Task<RollbackReport> RollBackAsync(ImportReport report) => _database.Batches.RollBackAsync(report.BatchId, _database.Load.Admin, null, Cancel);

    private Task<string> StateAsync() => _database.Load.ScalarAsync<string>(StateSql);

    private Task<string> HeadAsync() =>
        _database.Load.ScalarAsync<string>("SELECT string_agg(h.code, ' ') FROM crime.incident i JOIN crime.crime_head h ON h.id = i.head_id");

    private Task<string> SectionsAsync(string reference = "S1") => _database.Load.ScalarAsync<string>($"""
        SELECT coalesce(string_agg(c.list, '; ' ORDER BY c.id), '')
        FROM (
            SELECT i.id, string_agg(concat(s.act, ' ', s.section, s.subsection), ', ' ORDER BY s.place) AS list
            FROM crime.incident i
            JOIN crime.incident_section s ON s.incident_id = i.id
            WHERE i.source_reference = '{reference}'
            GROUP BY i.id) AS c
        """);

    private async Task TotalsAreExactAsync() =>
        Assert.All(await RollupRecount.CompareAsync(_database.Load.Fixture.Owner), table => Assert.Equal((table.Key, 0), (table.Key, table.Value.Differences)));
}
