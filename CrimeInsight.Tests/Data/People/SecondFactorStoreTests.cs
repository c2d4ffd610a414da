using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.People;

public sealed class SecondFactorStoreTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private readonly SecondFactorStore _factors = new(database.App);
    private readonly PeopleManager _people = new(database.App, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeStepAsync_TheSameAtOnceOrAnOlder_IsTakenOnce()
    {
        var person = await database.AddPersonAsync(PersonRole.Officer, "IN-TN");
        await _factors.SetAsync(person.PersonId, "hidden", 100, [], Cancel);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _factors.TakeStepAsync(person.PersonId, 101, Cancel)));

        Assert.Single(taken, done => done);
        Assert.False(await _factors.TakeStepAsync(person.PersonId, 100, Cancel));
        Assert.True(await _factors.TakeStepAsync(person.PersonId, 102, Cancel));
    }

    [Fact]
    public async Task TakeRecoveryAsync_Code_IsTakenOnceAndNotAfterOthersCame()
    {
        var person = await database.AddPersonAsync(PersonRole.Officer, "IN-TN");
        await _factors.SetAsync(person.PersonId, "hidden", 1, [[1], [2]], Cancel);

        Assert.True(await _factors.TakeRecoveryAsync(person.PersonId, [1], Cancel));
        Assert.False(await _factors.TakeRecoveryAsync(person.PersonId, [1], Cancel));
        Assert.Equal(1, (await _factors.FindAsync(person.PersonId, Cancel))!.RecoveryCodes);
        await _factors.RenewRecoveryAsync(person.PersonId, [[3]], Cancel);
        Assert.False(await _factors.TakeRecoveryAsync(person.PersonId, [2], Cancel));
    }

    [Fact]
    public async Task ResetFactorAsync_ByAnAdminOfTheirs_TakesItAwayAndByOthersIsRefused()
    {
        var person = await database.AddPersonAsync(PersonRole.Officer, "IN-TN");
        await _factors.SetAsync(person.PersonId, "hidden", 1, [[1]], Cancel);
        foreach (var stranger in new[] { await database.AddPersonAsync(PersonRole.Admin, "IN-KA"), await database.AddPersonAsync(PersonRole.Officer, "IN") })
            await Assert.ThrowsAsync<PersonRefusedException>(() => _people.ResetFactorAsync(stranger, person.PersonId, Cancel));
        Assert.NotNull(await _factors.FindAsync(person.PersonId, Cancel));

        await _people.ResetFactorAsync(await database.AddPersonAsync(PersonRole.Admin, "IN-TN"), person.PersonId, Cancel);

        Assert.Null(await _factors.FindAsync(person.PersonId, Cancel));
        Assert.False(await _factors.TakeRecoveryAsync(person.PersonId, [1], Cancel));
    }

    [Theory]
    [InlineData("DELETE FROM crime.person_factor")]
    [InlineData("UPDATE crime.person_factor SET last_step = 0")]
    [InlineData("DELETE FROM crime.person_recovery")]
    public async Task OnBehalfOfAnybody_IsRefused(string statement)
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await using var session = await PersonSession.OpenAsync(database.App, admin, null, Cancel);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.Connection.ExecuteAsync(statement, transaction: session.Transaction));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
