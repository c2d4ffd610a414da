using CrimeInsight.Core.Incidents;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>From the words of a register to what is stored: a case is protected by any of its sections and by the age of anybody in it.</summary>
public sealed class ProtectedImportTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    [Theory]
    [InlineData("IPC 302, 376", "", "", true)]
    [InlineData("IPC 376, 302", "", "", true)]
    [InlineData("147, 148, 302, 376D IPC", "34", "", true)]
    [InlineData("BNS 103(1), 64(1)", "", "", true)]
    [InlineData("302 IPC r/w 4 POCSO Act", "", "", true)]
    [InlineData("IPC 457, 380, 372", "", "", true)]
    [InlineData("burglary", "17", "", true)]
    [InlineData("murder", "below-6", "30", true)]
    [InlineData("cheating", "", "16-17", true)]
    [InlineData("IPC 302, 34", "18", "18", false)]
    [InlineData("burglary", "", "", false)]
    [InlineData("IPC 457, 380", "60+", "45", false)]
    public async Task Import_SectionsAndAges_ProtectTheCase(string head, string victim, string accused, bool isProtected)
    {
        var reference = $"{head}|{victim}|{accused}";
        var on = head.Contains("BNS", StringComparison.Ordinal) ? "2024-08-05" : "2023-03-05";
        var report = await database.ImportAsync(
            $"{ImportDatabase.Header},latitude,longitude,victim_age,offender_age,property_value,modus_operandi\n"
            + $"\"{reference}\",{on}T22:30,{on},IN-TN-568,\"{head}\",13.08271,80.27071,{victim},{accused},4500,through the rear door\n");
        Assert.Equal((1, 0), (report.Accepted, report.Rejected));
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var stored = await owner.QuerySingleAsync<(bool, short?, short, long?, string?)>("""
            SELECT is_sensitive, occurred_hour, place_precision, property_value, modus_operandi FROM crime.incident WHERE source_reference = @reference
            """, new { reference });
        var (coarse, exact) = ((short)LocationPrecision.Cell, (short)LocationPrecision.Exact);
        Assert.Equal(isProtected ? (true, null, coarse, null, null) : (false, (short?)22, exact, 4500L, "through the rear door"), stored);
    }

    // A later row that does not know of the child lays nothing open while somebody decides about it.
    [Fact]
    public async Task Import_RowThatContradictsAProtectedCase_ShowsNeitherHourNorPlaceNorWords()
    {
        const string header = $"{ImportDatabase.Header},latitude,longitude,victim_age,modus_operandi\n";
        await database.ImportAsync(header + "twice,2023-03-05T21:30,2023-03-06,IN-TN-568,burglary,13.08271,80.27071,14,words\n");
        var report = await database.ImportAsync(header + "twice,2023-03-05T21:30,2023-03-06,IN-TN-568,burglary,13.08271,80.27071,,words\n");
        var conflicts = await database.Batches.ConflictsAsync(report.BatchId, true, 0, 10, database.Load.Admin, TestContext.Current.CancellationToken);
        Assert.Equal(1, report.Conflicts);
        var row = Assert.Single(conflicts).New;
        Assert.Equal((null, null, null, null, null), (row.OccurredAt, row.Place, row.ModusOperandi, row.OffenderAgeBand, row.PropertyValueRupees));
        // Nor is it in the database.
        Assert.Equal("", await database.Load.ScalarAsync<string>("""
            SELECT coalesce(string_agg(key, ' ' ORDER BY key), '')
            FROM (SELECT to_jsonb(i) AS known, c.incident AS said FROM crime.batch_conflict c JOIN crime.incident i ON i.id = c.twin_id
                  WHERE i.source_reference = 'twice') AS s
            CROSS JOIN LATERAL jsonb_object_keys(s.known) AS key
            WHERE key IN ('occurred_hour', 'occurred_from', 'occurred_until', 'latitude', 'longitude', 'cell_key', 'place_precision', 'modus_operandi',
                    'property_value')
              AND s.known -> key <> s.said -> key
            """));
    }

    [Theory]
    [InlineData("IPC 302, 376")]
    [InlineData("376 IPC & 302 IPC")]
    public async Task Import_ProtectedSectionInARejectedRow_IsRepeatedNowhere(string head)
    {
        var report = await database.ImportAsync(
            $"{ImportDatabase.Header},latitude,longitude\nR,2023-03-05T22:99,2023-03-06,IN-TN-568,\"{head}\",51.5,-0.1\n", isDryRun: true);
        Assert.All(report.Examples, reject => Assert.Equal((null, null), (reject.Value, reject.Suggestion)));
        Assert.Equal(2, report.Examples.Length);
    }

    // The flag and the sections of a case cannot contradict each other, whoever writes them.
    [Fact]
    public async Task Insert_SensitiveSectionOfACaseThatIsNot_IsRefused()
    {
        await database.ImportAsync(
            $"{ImportDatabase.Header}\nopen,2023-03-05,2023-03-06,IN-TN-568,\"IPC 302, 34\"\nguarded,2023-03-05,2023-03-06,IN-TN-568,\"IPC 302, 376\"\n");
        foreach (var (reference, section, isSensitive, constraint) in new (string, string, bool, string?)[]
        {
            ("open", "376", true, "section_is_sensitive"), ("open", "376", false, "protected_section"), ("open", "307", true, "section_is_sensitive"),
            ("open", "307", false, null), ("guarded", "376D", false, "protected_section"), ("guarded", "376D", true, null), ("guarded", "307", true, null),
        })
            Assert.Equal(constraint, await RefusalAsync($"""
                INSERT INTO crime.incident_section (incident_id, place, occurred_on, ordinal, is_sensitive, is_principal, act, section, subsection)
                SELECT id, 9, occurred_on, ordinal, {isSensitive}, false, 'IPC', '{section}', '' FROM crime.incident WHERE source_reference = '{reference}'
                """));
        Assert.Equal("section_is_sensitive", await RefusalAsync("UPDATE crime.incident SET is_sensitive = false WHERE source_reference = 'guarded'"));
        Assert.Null(await RefusalAsync("UPDATE crime.incident SET status = 2 WHERE source_reference = 'guarded'"));
    }

    // Nothing stays.
    private async Task<string?> RefusalAsync(string sql)
    {
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        try
        {
            Assert.Equal(1, await owner.ExecuteAsync(sql, transaction: transaction));
            return null;
        }
        catch (PostgresException problem)
        {
            return problem.ConstraintName;
        }
    }
}
