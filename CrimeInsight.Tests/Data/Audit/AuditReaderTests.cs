using CrimeInsight.Core.People;
using CrimeInsight.Data.Audit;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Audit;

/// <summary>Who reads which rows of the trail.</summary>
public sealed class AuditReaderTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private readonly AuditReader _reader = new(database.App);
    private readonly AuditWriter _writer = new(database.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListAsync_AdminOfAState_ReadsTheRowsOfTheirPeopleAndTheirOwn()
    {
        var (own, other) = (await database.AddPersonAsync(PersonRole.Officer, "IN-TN-569"), await database.AddPersonAsync(PersonRole.Officer, "IN-KA"));
        var (state, country) = (await database.AddPersonAsync(PersonRole.Admin, "IN-TN"), await database.AddPersonAsync(PersonRole.Admin, "IN"));
        var mark = Guid.NewGuid().ToString();
        foreach (var viewer in new[] { own, other, state, country })
            await _writer.WriteAsync(AuditEntry.By(viewer, AuditActions.IncidentViewed, mark), Cancel);
        await _writer.WriteAsync(new AuditEntry(null, "", AuditActions.UnknownRefused, mark), Cancel);

        Assert.Equal([state.UserName, own.UserName], await NamesAsync(state, mark));
        Assert.Equal(["", country.UserName, state.UserName, other.UserName, own.UserName], await NamesAsync(country, mark));
        foreach (var refused in new[] { own, await database.AddPersonAsync(PersonRole.Supervisor, "IN") })
            await Assert.ThrowsAsync<PersonRefusedException>(() => NamesAsync(refused, mark));
    }

    [Fact]
    public async Task ListAsync_AdministratorOfTheDemo_ReadsNothingOfOthers()
    {
        var person = await database.AddPersonAsync(PersonRole.Officer, "IN-TN");
        var demo = await database.AddPersonAsync(PersonRole.Admin, "IN");
        await using (var owner = await database.Owner.OpenConnectionAsync(Cancel))
            await owner.ExecuteAsync("UPDATE crime.person SET is_demo = true WHERE id = @PersonId", demo);
        var mark = Guid.NewGuid().ToString();
        await _writer.WriteAsync(AuditEntry.By(person, AuditActions.SignIn, mark), Cancel);

        Assert.Empty(await NamesAsync(demo, mark));
    }

    [Fact]
    public async Task ListAsync_Filters_FindAndPage()
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        var mark = Guid.NewGuid().ToString();
        for (var i = 0; i < 3; i++)
            await _writer.WriteAsync(AuditEntry.By(admin, AuditActions.SignIn, $"{mark}:{i}") with
            {
                Detail = new Dictionary<string, string> { ["address"] = $"203.0.113.{i}" },
            }, Cancel);
        await _writer.WriteAsync(AuditEntry.By(admin, AuditActions.SignOut, mark), Cancel);
        var all = new AuditSelection(admin.UserName[..10], null, mark, null, null, null, null, 10);

        Assert.Equal(4, (await _reader.ListAsync(admin, all, Cancel)).Count);
        Assert.Equal(3, (await _reader.ListAsync(admin, all with { Action = AuditActions.SignIn }, Cancel)).Count);
        Assert.Equal("203.0.113.1", Assert.Single(await _reader.ListAsync(admin, all with { Address = "203.0.113.1" }, Cancel)).Detail.Single().Value);
        Assert.Empty(await _reader.ListAsync(admin, all with { Until = DateTimeOffset.UtcNow.AddDays(-1) }, Cancel));
        Assert.Empty(await _reader.ListAsync(admin, all with { From = DateTimeOffset.UtcNow.AddDays(1) }, Cancel));
        var page = await _reader.ListAsync(admin, all with { Limit = 2 }, Cancel);
        var next = await _reader.ListAsync(admin, all with { BeforeId = page[^1].Id }, Cancel);
        Assert.Equal([$"{mark}:1", $"{mark}:0"], next.Select(row => row.Subject));
    }

    private async Task<IEnumerable<string>> NamesAsync(Viewer admin, string subject) =>
        (await _reader.ListAsync(admin, new AuditSelection(null, null, subject, null, null, null, null, 50), Cancel)).Select(row => row.UserName);
}
