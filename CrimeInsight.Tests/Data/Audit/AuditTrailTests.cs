using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Audit;

public sealed class AuditTrailTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private const string VerifySql = "SELECT crime.verify_audit()";

    private const string RehashSql = """
        UPDATE crime.audit
        SET detail = '{"rows": -1}',
            hash = crime.audit_hash(previous_hash, id, at, person_id, user_name, action, subject, '{"rows": -1}')
        WHERE id = @id
        """;

    [Fact]
    public async Task VerifyAudit_ManyWritersAtOnce_FindsAnUnbrokenChain()
    {
        await WriteAsync(24);
        await using var app = await database.App.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Null(await app.ExecuteScalarAsync<long?>(VerifySql));
        Assert.True(await app.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.audit") >= 24);
    }

    [Theory]
    [InlineData("UPDATE crime.audit SET user_name = 'somebody else' WHERE id = @id", 0)]
    [InlineData("UPDATE crime.audit SET at = at - interval '1 second' WHERE id = @id", 0)]
    [InlineData("DELETE FROM crime.audit WHERE id = @id", 1)]
    [InlineData(RehashSql, 1)]
    public async Task VerifyAudit_OwnerTampersWithOneRow_FindsTheFirstBrokenSeal(string tamperSql, int offset)
    {
        await WriteAsync(5);
        await using var owner = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var id = await owner.ExecuteScalarAsync<long>("SELECT max(id) - 2 FROM crime.audit");
        await owner.ExecuteAsync("ALTER TABLE crime.audit DISABLE TRIGGER audit_append_only");
        Assert.Equal(1, await owner.ExecuteAsync(tamperSql, new { id }));
        Assert.Equal(id + offset, await owner.ExecuteScalarAsync<long?>(VerifySql));
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Null(await owner.ExecuteScalarAsync<long?>(VerifySql));
    }

    [Fact]
    public async Task Audit_OwnerWithoutSwitchingTheTriggerOff_CannotChangeIt()
    {
        await WriteAsync(1);
        await using var owner = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var change in new[] { "UPDATE crime.audit SET subject = ''", "DELETE FROM crime.audit", "TRUNCATE crime.audit" })
            Assert.Contains(
                "append-only", (await Assert.ThrowsAsync<PostgresException>(() => owner.ExecuteAsync(change))).MessageText, StringComparison.Ordinal);
    }

    private Task WriteAsync(int rows) => Task.WhenAll(Enumerable.Range(0, rows).Select(async row =>
    {
        await using var app = await database.App.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await app.ExecuteAsync(
            "SELECT crime.write_audit('officer', 'export', 'incidents', jsonb_build_object('rows', @row))", new { row });
    }));
}
