using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Data.Migrations;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>One number written in several ways is one case, also of databases of before; several later states of a case in one file are followed.</summary>
public sealed class ReferenceFormTests(DatabaseServer server) : IAsyncLifetime
{
    private const string Header = ImportDatabase.Header + ",status";
    private readonly ImportDatabase _database = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task ImportAsync_NumberWrittenOtherwise_IsTheCaseThatIsKnown()
    {
        Assert.Equal((2, 0), await CountAsync(Row("0123/24"), Row("Stn-7")));
        Assert.Equal((0, 5), await CountAsync(Row("123/2024"), Row("123 / 2024"), Row("१२३/२०२४"), Row("STN-07"), Row("stn–7")));
        var other = await ImportAsync($"{Header}\n{Row("123/2024").Replace("burglary", "robbery", StringComparison.Ordinal)}\n");
        Assert.Equal((0, 0, 1), (other.Accepted, other.Duplicates, other.Conflicts));
        var written = await ImportAsync($"{Header}\n{Row("123/24")}\n", request => request with { Updates = true });
        Assert.Equal((0, 1), (written.Updated, written.Duplicates));
        Assert.Equal("0123/24 Stn-7", await _database.Load.ScalarAsync<string>(
            "SELECT string_agg(source_reference, ' ' ORDER BY source_reference) FROM crime.incident"));
    }

    [Fact]
    public async Task ReferenceKeys_DatabaseOfBefore_KnowsItsCasesInEveryForm()
    {
        await ImportAsync($"{Header}\n{Row("0123/24")}\n{Row("12/2024")}\n{Row("~x")}\n");
        await ImportAsync($"{Header}\n{Row("123/2024", "chargesheeted")}\n", request => request with { Updates = true });
        await ImportAsync($"{Header}\n{Row("123/2024").Replace("burglary", "robbery", StringComparison.Ordinal)}\n");
        await using var connection = await _database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        var before = await KeysAsync(connection);
        await MakeOldAsync(connection);
        Assert.NotEqual(before, await KeysAsync(connection));

        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        var script = new ReferenceKeysScript().ProvideScript(() => new NpgsqlCommand { Connection = connection, Transaction = transaction });
        await connection.ExecuteAsync(script, transaction: transaction);
        await transaction.CommitAsync(Cancel);

        Assert.Equal(before, await KeysAsync(connection));
        Assert.Equal((0, 2), await CountAsync(Row("123/24", "chargesheeted"), Row("012/2024")));
    }

    [Fact]
    public async Task ImportAsync_SeveralLaterStatesInOneFile_AreFollowedAndTakenBack()
    {
        await ImportAsync($"{Header}\n{Row("1")}\n{Row("2")}\n{Row("3")}\n");
        var update = await ImportAsync(
            $"{Header}\n{Row("1", "convicted")}\n{Row("1", "chargesheeted")}\n{Row("2", "chargesheeted")}\n"
            + $"{Row("3", "chargesheeted")}\n{Row("3", "chargesheeted")}\n{Row("3").Replace("burglary", "robbery", StringComparison.Ordinal)}\n",
            request => request with { Updates = true });

        Assert.Equal((6, 0, 4, 1, 1), (update.Rows, update.Accepted, update.Updated, update.Duplicates, update.Conflicts));
        Assert.Equal("3 1 1", await StatusesAsync());
        Assert.Equal(3, await _database.Load.ScalarAsync<long>("SELECT count(*) FROM crime.incident_history"));
        await RollupsAreExactAsync();
        Assert.Equal((0, 2), await CountAsync(Row("1", "convicted"), Row("3", "chargesheeted")));

        await _database.Batches.RollBackAsync(update.BatchId, _database.Load.Admin, null, Cancel);
        Assert.Equal("0 0 0", await StatusesAsync());
        await RollupsAreExactAsync();
    }

    private static string Row(string reference, string status = "") => $"{reference},2024-01-05,2024-01-06,IN-KL-565,burglary,{status}";

    private static Task<string> KeysAsync(NpgsqlConnection connection) => connection.QuerySingleAsync<string>("""
        SELECT concat_ws(' ', (SELECT string_agg(key::text, ' ' ORDER BY source_reference) FROM crime.incident),
            (SELECT string_agg(key::text, ' ') FROM crime.batch_conflict), (SELECT string_agg(was ->> 'key', ' ') FROM crime.incident_history))
        """);

    // As the keys were: hashes of references as they are written.
    private static async Task MakeOldAsync(NpgsqlConnection connection)
    {
        var key = new byte[ReferenceKey.Bytes];
        ReferenceKey.WriteForm("records", "0123/24", key);
        await connection.ExecuteAsync(
            """
            UPDATE crime.batch_conflict SET key = @old;
            UPDATE crime.incident_history SET was = was || jsonb_build_object('key', @old);
            UPDATE crime.incident SET key = @old WHERE source_reference = '0123/24';
            """,
            new { old = new Guid(key, bigEndian: true) });
    }

    private async Task<(long Accepted, long Duplicates)> CountAsync(params string[] rows)
    {
        var report = await ImportAsync($"{Header}\n{string.Join('\n', rows)}\n");
        return (report.Accepted, report.Duplicates);
    }

    private async Task<ImportReport> ImportAsync(string text, Func<ImportRequest, ImportRequest>? change = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var request = new ImportRequest { FileName = "book.csv", Content = content, Override = ImportDatabase.Why };
        return await _database.Importer.ImportAsync(change?.Invoke(request) ?? request, _database.Load.Admin, null, Cancel);
    }

    private Task<string> StatusesAsync() =>
        _database.Load.ScalarAsync<string>("SELECT string_agg(status::text, ' ' ORDER BY source_reference) FROM crime.incident");

    private async Task RollupsAreExactAsync() =>
        Assert.All(await RollupRecount.CompareAsync(_database.Load.Fixture.Owner), table => Assert.Equal((table.Key, 0), (table.Key, table.Value.Differences)));
}
