using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Audit;
using CrimeInsight.Data.Keys;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Cli;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrimeInsight.Tests.Data.Audit;

/// <summary>What the owner of the database can do to the trail, and what the seals outside it find.</summary>
public sealed class AuditSealTests(DatabaseServer server) : IAsyncLifetime
{
    // Every row from a number on is hashed anew, as whoever owns the database can.
    private const string RehashSql = """
        DO $$
        DECLARE v record; v_before bytea;
        BEGIN
            FOR v IN SELECT * FROM crime.audit ORDER BY id LOOP
                v_before := coalesce((SELECT hash FROM crime.audit WHERE id = v.id - 1), '\x'::bytea);
                UPDATE crime.audit SET previous_hash = v_before,
                    hash = crime.audit_hash(v_before, id, at, person_id, user_name, action, subject, detail) WHERE id = v.id;
            END LOOP;
        END $$
        """;

    private const string Forge = "UPDATE crime.audit SET user_name = 'somebody else' WHERE id = 4; ";

    private static readonly JsonSerializerOptions s_web = new(JsonSerializerDefaults.Web);

    private readonly DatabaseFixture _database = new(server);
    private readonly KeyFolder _keys = new(Directory.CreateTempSubdirectory("crimeinsight-seals-").FullName);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AuditStore Store => new(_database.App);

    private AuditVerifier Verifier => new(Store, _keys, TimeProvider.System);

    // Rows 1–3, 4–6 and 7–9 under a seal each, 10 and 11 under none.
    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        for (var seal = 0; seal < 3; seal++)
        {
            await WriteAsync(3);
            Assert.Null(await SealAsync());
        }

        await WriteAsync(2);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_keys.Path, recursive: true);
    }

    [Fact]
    public async Task VerifyAsync_UntouchedTrail_Holds()
    {
        var check = await Verifier.VerifyAsync(Cancel);

        Assert.Null(check.Finding);
        Assert.Equal((11L, 3L, 9L), (check.Rows, check.Seals, check.SealedId));
        Assert.Null(await SealAsync());
        Assert.Equal((11L, 4L, 11L), await VerifiedAsync());
        Assert.Null(await SealAsync());
        Assert.Equal(4, (await File.ReadAllLinesAsync(_keys.AuditSeals, Cancel)).Length);
    }

    [Theory]
    [InlineData(Forge, AuditFault.RowEdited, 4, 4)]
    [InlineData("UPDATE crime.audit SET at = at + interval '1 microsecond' WHERE id = 11", AuditFault.RowEdited, 11, 11)]
    [InlineData("DELETE FROM crime.audit WHERE id IN (5, 6)", AuditFault.RowsMissing, 5, 6)]
    [InlineData(Forge + RehashSql, AuditFault.Rehashed, 4, 6)]
    [InlineData("DELETE FROM crime.audit WHERE id = 5; UPDATE crime.audit SET id = id - 1 WHERE id > 5;" + RehashSql, AuditFault.Rehashed, 4, 6)]
    [InlineData("DELETE FROM crime.audit WHERE id > 7", AuditFault.TailCut, 8, 9)]
    [InlineData("TRUNCATE crime.audit", AuditFault.TailCut, 1, 9)]
    public async Task VerifyAsync_OwnerTampers_IsFoundWithPlaceAndKind(string tamperSql, AuditFault fault, long from, long until)
    {
        await TamperAsync(tamperSql);
        Assert.Equal(new AuditFinding(fault, from, until), (await Verifier.VerifyAsync(Cancel)).Finding);
    }

    // Nothing is sealed over what was changed, and the owner's own functions are not believed.
    [Theory]
    [InlineData("UPDATE crime.audit SET user_name = 'x' WHERE id = 10", AuditFault.RowEdited)]
    [InlineData("UPDATE crime.audit SET user_name = 'x' WHERE id = 9;" + RehashSql, AuditFault.Rehashed)]
    [InlineData("DELETE FROM crime.audit WHERE id > 8", AuditFault.TailCut)]
    public async Task SealAsync_TrailTamperedSinceTheLastSeal_RefusesAndTells(string tamperSql, AuditFault fault)
    {
        await TamperAsync("CREATE OR REPLACE FUNCTION crime.verify_audit() RETURNS bigint LANGUAGE sql AS 'SELECT NULL::bigint';" + tamperSql);

        Assert.Equal(fault, (await SealAsync())!.Fault);
        Assert.Equal(3, (await File.ReadAllLinesAsync(_keys.AuditSeals, Cancel)).Length);
        Assert.Equal(fault, (await Verifier.ReadAsync(Cancel)).Finding!.Fault);
    }

    [Fact]
    public async Task VerifyAsync_SealsTampered_AreBroken()
    {
        var lines = await File.ReadAllLinesAsync(_keys.AuditSeals, Cancel);
        await File.WriteAllLinesAsync(_keys.AuditSeals, [lines[0], lines[2]], Cancel);
        Assert.Equal(AuditFault.SealBroken, (await Verifier.VerifyAsync(Cancel)).Finding!.Fault);

        var second = JsonSerializer.Deserialize<AuditSeal>(lines[1], s_web)!;
        await File.WriteAllLinesAsync(_keys.AuditSeals, [lines[0], JsonSerializer.Serialize(second with { Hash = new string('0', 64) }, s_web)], Cancel);
        Assert.Equal(new AuditFinding(AuditFault.SealBroken, 4, 6), (await Verifier.VerifyAsync(Cancel)).Finding);

        await File.WriteAllLinesAsync(_keys.AuditSeals, lines[..2], Cancel);
        Assert.Equal(new AuditFinding(AuditFault.SealsMissing, 7, 9), (await Verifier.VerifyAsync(Cancel)).Finding);
    }

    [Fact]
    public async Task VerifyAsync_KeyLost_IsToldAndNoNewOneIsMade()
    {
        File.Delete(_keys.AuditKey);
        Assert.Contains("is missing", (await Assert.ThrowsAsync<OperatorException>(() => Verifier.VerifyAsync(Cancel))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_keys.AuditKey));
    }

    [Fact]
    public async Task SealAsync_LineLeftUnfinishedByAKilledProcess_IsNoSeal()
    {
        await File.AppendAllTextAsync(_keys.AuditSeals, "{\"id\":11,\"ha", Cancel);
        Assert.Null(await SealAsync());
        Assert.Equal((11L, 4L, 11L), await VerifiedAsync());
    }

    [Fact]
    public async Task SealAsync_AnotherInstanceSeals_LeavesItToIt()
    {
        await using var holder = await _database.Owner.OpenConnectionAsync(Cancel);
        await holder.ExecuteAsync("SELECT pg_advisory_lock(4711010)");
        Assert.Null(await SealAsync());
        Assert.Equal(3, (await File.ReadAllLinesAsync(_keys.AuditSeals, Cancel)).Length);
    }

    [Fact]
    public void Files_OfSeals_AreForTheAppAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var path in new[] { _keys.AuditKey, _keys.AuditSeals })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("plain", "{}")]
    [InlineData("quote \" slash \\ tab \t line \n bell \u0007 delete \u007f", """{"b": 1.50, "aa": [true, null], "ள": "\u0001"}""")]
    [InlineData("தமிழ் हिन्दी 🚓", """{"key": {"inner": "x"}}""")]
    public async Task ComputeHash_AnyText_IsWhatTheDatabaseComputes(string text, string detail)
    {
        await using var app = await _database.App.OpenConnectionAsync(Cancel);
        var id = await app.ExecuteScalarAsync<long>("SELECT crime.write_audit(@text, @text, @text, @detail::jsonb)", new { text, detail });
        await foreach (var row in Store.ReadAsync(id, Cancel))
            Assert.Equal(row.Hash, row.ComputeHash());
    }

    [Fact]
    public async Task AuditVerb_TrailThatHoldsAndNot_PrintsJsonOrOneLine()
    {
        await using var services = new ServiceCollection().AddSingleton<IAuditVerifier>(Verifier).BuildServiceProvider();
        var (code, output, errors) = await RunAsync(services);
        Assert.Equal((0, ""), (code, errors));
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal((11, 3, 9), (json.GetProperty("rows").GetInt32(), json.GetProperty("seals").GetInt32(), json.GetProperty("sealedId").GetInt32()));
        Assert.Contains("cannot resist somebody who holds both the database and the key", json.GetProperty("limit").GetString(), StringComparison.Ordinal);

        await TamperAsync(Forge + RehashSql);
        (code, output, errors) = await RunAsync(services);
        Assert.Equal((AuditVerb.DoesNotHold, ""), (code, output));
        Assert.Equal("The audit trail does not hold: something in rows 4 to 6 was changed and hashed anew after it was sealed." + Environment.NewLine, errors);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(IServiceProvider services)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await AuditVerb.RunAsync(services, output, errors, Cancel);
        return (code, output.ToString(), errors.ToString());
    }

    private async Task<(long, long, long?)> VerifiedAsync()
    {
        var check = await Verifier.VerifyAsync(Cancel);
        Assert.Null(check.Finding);
        return (check.Rows, check.Seals, check.SealedId);
    }

    private async Task<AuditFinding?> SealAsync()
    {
        using var sealer = new AuditSealer(_database.App, Store, Verifier, _keys, TimeProvider.System, NullLogger<AuditSealer>.Instance);
        return await sealer.SealAsync(Cancel);
    }

    private async Task WriteAsync(int rows)
    {
        for (var row = 0; row < rows; row++)
            await new AuditWriter(_database.App).WriteAsync(new AuditEntry(row == 0 ? null : Guid.NewGuid(), "officer", "export", "query"), Cancel);
    }

    private async Task TamperAsync(string sql)
    {
        await using var owner = await _database.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync("ALTER TABLE crime.audit DISABLE TRIGGER audit_append_only");
        await owner.ExecuteAsync(sql);
    }
}
