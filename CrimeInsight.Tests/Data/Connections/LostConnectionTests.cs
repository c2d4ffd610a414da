using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Connections;

/// <summary>What happens to those who ask when their connection is cut by the server.</summary>
public sealed class LostConnectionTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private const string CutSql = """
        SELECT count(pg_terminate_backend(pid, 5000))
        FROM pg_stat_activity
        WHERE datname = current_database() AND usename = 'crimeinsight_app'
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_PooledConnectionsWereCut_AnswersAsIfNothingHadHappened()
    {
        await FillPoolAsync(4);
        Assert.True(await CutAsync() >= 4);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => fixture.App.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 7"), Cancel)));

        Assert.Equal([7, 7, 7, 7], answers);
    }

    [Fact]
    public async Task ReadAsync_CutInTheMiddleOfAQuery_AsksOnceMore()
    {
        var asked = 0;
        var answer = await fixture.App.ReadAsync(
            async connection =>
            {
                if (++asked == 1)
                {
                    var sleeping = connection.ExecuteAsync("SELECT pg_sleep(20)");
                    await CutAsync();
                    await sleeping;
                }

                return await connection.ExecuteScalarAsync<int>("SELECT 7");
            },
            Cancel);

        Assert.Equal((2, 7), (asked, answer));
    }

    [Fact]
    public async Task OpenAsync_PooledConnectionsWereCut_ActsForThePersonOnALiveOne()
    {
        var person = await fixture.AddPersonAsync(PersonRole.Officer, "IN");
        await FillPoolAsync(2);
        await CutAsync();

        await using var session = await PersonSession.OpenAsync(fixture.App, person, null, Cancel);

        Assert.Equal(person.PersonId, await session.Connection.ExecuteScalarAsync<Guid>("SELECT crime.current_person()", transaction: session.Transaction));
    }

    [Theory]
    [InlineData("SELECT 1 / 0")]
    [InlineData("SET LOCAL statement_timeout = 10; SELECT pg_sleep(5)")]
    public async Task ReadAsync_TheDatabaseRefused_IsNotAskedAgain(string sql)
    {
        var asked = 0;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => fixture.App.ReadAsync(
            connection =>
            {
                asked++;
                return connection.ExecuteScalarAsync<int>(sql);
            },
            Cancel));

        Assert.Equal(1, asked);
        Assert.False(LostConnection.CouldNotAsk(refused));
    }

    [Fact]
    public async Task AskAgainAsync_ConnectionRefusedTwice_GivesUpAndSaysSo()
    {
        await using var nobody = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2;Pooling=false");
        var asked = 0;

        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(() => LostConnection.AskAgainAsync(
            async () =>
            {
                asked++;
                await using var connection = await nobody.OpenConnectionAsync(Cancel);
                return 1;
            },
            Cancel));

        Assert.Equal(2, asked);
        Assert.True(LostConnection.CouldNotAsk(failure));
    }

    private async Task FillPoolAsync(int count)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        {
            var connection = await fixture.App.OpenConnectionAsync(Cancel);
            await connection.ExecuteScalarAsync<int>("SELECT 1");
            return connection;
        }));
        foreach (var connection in open)
            await connection.DisposeAsync();
    }

    private async Task<long> CutAsync()
    {
        await using var superuser = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(fixture.SuperuserConnectionString) { Pooling = false }.ConnectionString);
        await superuser.OpenAsync(Cancel);
        return await superuser.ExecuteScalarAsync<long>(CutSql);
    }
}
