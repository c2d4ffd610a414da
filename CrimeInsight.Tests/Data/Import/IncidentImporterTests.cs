using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Import;

public sealed class IncidentImporterTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportAsync_WorkedExample_StoresWhatTheFileSays()
    {
        const string text = """
            source_reference,occurred_from,occurred_time,occurred_until,reported_on,state,district,head_code,latitude,longitude,victim_gender,victim_age,offender_gender,offender_age,status,property_value,modus_operandi
            W1,01-03-2023,02:30,01-03-2023 06:00,2/3/2023,தமிழ்நாடு,Madras,BNS 331(4),13.08271,80.27071,महिला,34,M,18-29,Charge sheet filed,"₹ 12,34,567.00","=call 98765 43210, ""ताला"" तोड़कर"
            """;
        var report = await database.ImportAsync(text);

        Assert.Equal((1, 1, 0, 0), (report.Rows, report.Accepted, report.Duplicates, report.Rejected));
        Assert.Equal(
            [ImportWarning.FormulaNeutralised, ImportWarning.StatuteNotInForce, ImportWarning.PersonalDataBlotted],
            report.Warnings.Select(warning => warning.Warning));
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        var row = await owner.QuerySingleAsync(
            "SELECT i.*, h.code AS head, b.kind FROM crime.incident i JOIN crime.crime_head h ON h.id = i.head_id JOIN crime.batch b ON b.number = i.id >> "
                + "32 WHERE source_reference = 'W1'");
        Assert.Equal("IN-TN-568", database.Load.Reference.Jurisdictions.AtOrdinal((int)row.ordinal)!.Code);
        Assert.Equal("burglary", row.head);
        Assert.Equal("records", row.source);
        // 02:30 in India is 21:00 UTC of the day before.
        Assert.Equal(new DateTime(2023, 2, 28, 21, 0, 0, DateTimeKind.Utc), row.occurred_from);
        Assert.Equal(new DateTime(2023, 3, 1, 0, 30, 0, DateTimeKind.Utc), row.occurred_until);
        Assert.Equal(new DateOnly(2023, 3, 2), row.reported_on);
        Assert.Equal(((short)Gender.Female, (short)AgeBand.From30To44, (short)Gender.Male, (short)AgeBand.From18To29),
            ((short)row.victim_gender, (short)row.victim_age_band, (short)row.offender_gender, (short)row.offender_age_band));
        Assert.Equal((short)LegalStatus.Chargesheeted, row.status);
        Assert.Equal(12_34_567L, row.property_value);
        Assert.Equal("call ▮▮▮, \"ताला\" तोड़कर", row.modus_operandi);
        Assert.Equal((13.08271, 80.27071, (short)LocationPrecision.Exact), ((double)row.latitude, (double)row.longitude, (short)row.place_precision));
    }

    [Fact]
    public async Task ImportAsync_FileTwice_CountsOnceAndAnswersQueries()
    {
        var text = Rows("twice", 400, index => $"IN-KL-{565 - index % 3},{(index % 4 == 0 ? "burglary" : "murder")}");
        var first = await database.ImportAsync(text);
        var again = await database.ImportAsync(text);
        var overlapping = await database.ImportAsync(text + Rows("twice-more", 10, _ => "IN-KL-565,arson").Split('\n', 2)[1]);

        Assert.Equal((400L, 0L, 0L), (first.Accepted, first.Duplicates, first.Rejected));
        Assert.Equal((0L, 400L, 0L), (again.Accepted, again.Duplicates, again.Rejected));
        Assert.Equal((10L, 400L, 0L), (overlapping.Accepted, overlapping.Duplicates, overlapping.Rejected));
        Assert.Equal(first.Sha256, again.Sha256);
        Assert.Equal(410L, await database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.incident WHERE source_reference LIKE 'twice%'"));
        // The rollups that pages read say the same as the rows.
        Assert.All(await RollupRecount.CompareAsync(database.Load.Fixture.Owner), table => Assert.Equal(0, table.Value.Differences));
    }

    [Fact]
    public async Task ImportAsync_NoDateOfRegistration_TakesThatOfTheOffenceAndIsCounted()
    {
        var status = new DataStatusReader(database.Load.Fixture.App);
        var before = (await status.GetAsync(Cancel)).AssumedRegistrations;
        var report = await database.ImportAsync(
            "source_reference,occurred_from,reported_on,jurisdiction_code,head_code\nN1,2023-04-05,,IN-KL-565,arson\nN2,2023-04-06,2023-05-02,IN-KL-565,arson\nN3,2023-04-07,,IN-KL-565,arson\n");

        Assert.Equal(3, report.Accepted);
        Assert.Equal(2, report.Warnings.Single(warning => warning.Warning == ImportWarning.ReportDateAssumed).Rows);
        Assert.Equal(before + 2, (await status.GetAsync(Cancel)).AssumedRegistrations);
        Assert.Equal(
            2, await database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.incident WHERE source_reference LIKE 'N_' AND reported_on = occurred_on"));
    }

    [Fact]
    public async Task ImportAsync_RowsWithoutReference_AreRecognisedByTheWholeRow()
    {
        const string text =
            "occurred_from,district,state,head_code\n2023-04-05T10:00,Kozhikode,Kerala,dacoity\n2023-04-05T10:00,Calicut,Kerala,Dacoity\n2023-04-05T11:00,Kozhikode,Kerala,dacoity\n";
        var first = await database.ImportAsync(text);
        Assert.Equal((3L, 0L, 0L), (first.Accepted, first.Duplicates, first.EqualRows));
        var again = await database.ImportAsync(text);
        Assert.Equal((0L, 3L), (again.Accepted, again.Duplicates));
    }

    [Fact]
    public async Task ImportAsync_Rejects_AreStoredWithTheBatchAndWritten()
    {
        using var rejects = new StringWriter();
        using var content = new MemoryStream(
            Encoding.UTF8.GetBytes(
                $"{ImportDatabase.Header}\nR1,2023-05-01,2023-05-02,IN-TN-568,burglary\nR2,soon,2023-05-02,IN-TN-568,\"mur,der\"\nR3,2023-05-01,2023-05-02,IN-TN-568,=cmd\nR4,2023-05-01,2023-05-02,IN-TN-568,\"theft\n(all)\"\nR5,2023-05-01,2023-05-02,IN-TN-568,IPC\n"));
        var report = await database.Importer.ImportAsync(
            new ImportRequest { FileName = "r.csv", Content = content, Rejects = rejects, Override = ImportDatabase.Why }, database.Load.Admin, null, Cancel);

        Assert.Equal((1L, 4L), (report.Accepted, report.Rejected));
        Assert.Equal(
            new Dictionary<RejectReason, long>
            {
                [RejectReason.DateInvalid] = 1,
                [RejectReason.FormulaLike] = 1,
                [RejectReason.HeadNotLeaf] = 1,
                [RejectReason.HeadUnknown] = 1,
            }, report.Reasons.ToDictionary());
        Assert.Equal([$"{ImportDatabase.Header},reject_row,reject_line,reject_column,reject_reason,reject_suggestion",
                "R2,soon,2023-05-02,IN-TN-568,\"mur,der\",3,3,occurred_from,DateInvalid,",
                "R3,2023-05-01,2023-05-02,IN-TN-568,'=cmd,4,4,head_code,FormulaLike,", "R4,2023-05-01,2023-05-02,IN-TN-568,\"theft",
                "(all)\",5,5,head_code,HeadNotLeaf,auto-theft / other-theft", "R5,2023-05-01,2023-05-02,IN-TN-568,IPC,6,7,head_code,HeadUnknown,", ""],
            rejects.ToString().Split(Environment.NewLine));
        await AssertStoredAsync(report);
    }

    private async Task AssertStoredAsync(ImportReport report)
    {
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        var stored = await owner.QueryAsync<string>(
            "SELECT concat_ws('|', row_number, line_number, column_name, value, reason, suggestion) FROM crime.batch_reject WHERE batch_id = @BatchId ORDER "
                + "BY row_number", new { report.BatchId });
        Assert.Equal(
            ["3|occurred_from|soon|DateInvalid", "4|head_code|=cmd|FormulaLike", "5|head_code|theft (all)|HeadNotLeaf|auto-theft / other-theft",
                "6|7|head_code|IPC|HeadUnknown"], stored);
        var batch = await owner.QuerySingleAsync(
            "SELECT accepted, rejected, encode(file_sha256, 'hex') AS sha, detail ->> 'rows' AS rows FROM crime.batch WHERE id = @BatchId",
            new { report.BatchId });
        Assert.Equal(report.Rows, report.Accepted + report.Updated + report.Duplicates + report.Conflicts + report.Rejected);
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => owner.ExecuteAsync("UPDATE crime.batch SET conflicts = conflicts + 1 WHERE id = @BatchId", new { report.BatchId }));
        Assert.Equal("no_row_lost", refused.ConstraintName);
        Assert.Equal((1L, 4L, report.Sha256, "5"), ((long)batch.accepted, (long)batch.rejected, (string)batch.sha, (string)batch.rows));
    }

    [Fact]
    public async Task ImportAsync_DryRun_ChangesNothing()
    {
        var before = await StateAsync();
        var report = await database.ImportAsync(Rows("dry", 50, index => index == 7 ? "IN-TN-568,nonsense" : "IN-TN-568,burglary"), isDryRun: true);
        Assert.Equal((49L, 0L, 1L), (report.Accepted, report.Duplicates, report.Rejected));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task ImportAsync_CancelledAnywhere_LeavesNothing()
    {
        var text = Encoding.UTF8.GetBytes(Rows("cancel", 30_000, _ => "IN-TN-568,burglary"));
        var before = await CountsAsync();
        foreach (var stage in new[] { ImportStage.Reading, ImportStage.Storing })
        {
            using var stop = new CancellationTokenSource();
            using var content = new MemoryStream(text);
            var progress = new Watch(report =>
            {
                if (report.Stage == stage)
                    stop.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => database.Importer.ImportAsync(new ImportRequest { FileName = "c.csv", Content = content }, database.Load.Admin, progress, stop.Token));
            Assert.Equal(before, await CountsAsync());
        }

        Assert.Equal(30_000, (await database.ImportAsync(text)).Accepted);
    }

    [Fact]
    public async Task ImportAsync_FileThatChanged_IsRefusedWhole()
    {
        var before = await CountsAsync();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Rows("changed", 100, _ => "IN-TN-568,burglary")));
        var request = new ImportRequest { FileName = "c.csv", Content = content, IsUnchanged = () => false };
        Assert.Equal(FileProblem.Changed,
            (await Assert.ThrowsAsync<ImportRefusedException>(() => database.Importer.ImportAsync(request, database.Load.Admin, null, Cancel))).Problem);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task ImportAsync_AnotherJurisdiction_IsRejectedAndAnOfficerRefused()
    {
        var kerala = await database.Load.Fixture.AddPersonAsync(PersonRole.Admin, "IN-KL");
        var report = await database.ImportAsync(
            $"{ImportDatabase.Header}\nJ1,2023-05-01,,IN-TN-568,burglary\nJ2,2023-05-01,,IN-KL-565,burglary\n", viewer: kerala);
        Assert.Equal((1L, RejectReason.JurisdictionNotYours), (report.Accepted, Assert.Single(report.Examples).Reason));
        var officer = await database.Load.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.ImportAsync(Rows("officer", 2, _ => "IN-TN-568,burglary"), viewer: officer));
    }

    [Fact]
    public async Task ImportAsync_Stored_IsInTheUnbrokenAuditTrail()
    {
        var admin = await database.Load.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        var report = await database.ImportAsync(Rows("audit", 3, _ => "IN-TN-568,burglary"), viewer: admin);
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        var rows = await owner.QueryAsync<string>(
            "SELECT concat_ws(' ', action, subject, detail ->> 'state', detail ->> 'accepted', detail ->> 'sha256') FROM crime.audit WHERE person_id = "
                + "@PersonId ORDER BY id", new { admin.PersonId });
        Assert.Equal([$"import batch:{report.BatchId} begun", $"import batch:{report.BatchId} stored 3 {report.Sha256}"], rows);
        Assert.Null(await owner.ExecuteScalarAsync<long?>("SELECT crime.verify_audit()"));
    }

    private static string Rows(string name, int count, Func<int, string> placeAndHead)
    {
        var text = new StringBuilder(ImportDatabase.Header).Append('\n');
        for (var index = 0; index < count; index++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"{name}-{index},{new DateOnly(2021, 1, 1).AddDays(index % 900):yyyy-MM-dd}T{index % 24:00}:30,{new DateOnly(2023, 12, 31):yyyy-MM-dd},{placeAndHead(index)}\n");
        return text.ToString();
    }

    private Task<string> CountsAsync() => database.Load.ScalarAsync<string>("""
        SELECT concat_ws(' ', (SELECT count(*) FROM crime.incident), (SELECT count(*) FROM crime.batch),
            (SELECT count(*) FROM crime.batch_reject), (SELECT sum(cases) FROM crime.rollup_month), (SELECT data_version FROM crime.data_state),
            (SELECT count(*) FROM pg_class WHERE relnamespace = 'staging'::regnamespace))
        """);

    private async Task<string> StateAsync() => await CountsAsync() + " " + await database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.audit");

    private sealed class Watch(Action<ImportProgress> action) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => action(value);
    }
}
