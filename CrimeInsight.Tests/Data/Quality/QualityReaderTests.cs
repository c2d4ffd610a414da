using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Quality;
using CrimeInsight.Data.Quality;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Quality;

public sealed class QualityReaderTests(LoadDatabase database) : IClassFixture<LoadDatabase>, IAsyncLifetime
{
    private static readonly Period s_months = new(new DateOnly(2020, 1, 1), new DateOnly(2021, 1, 1));

    private readonly QualityReader _reader = new(database.Fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await database.LoadAsync(database.RandomIncidents(3, 800));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ReadAsync_StatesAndCountry_CountsAsTheRowsDo()
    {
        var tree = database.Reference.Jurisdictions;
        var parts = tree.ChildrenOf(tree.Root!.Id).Append(tree.Root).ToArray();
        var leaves = database.Reference.Heads.LeavesOf(0).ToArray();

        var heads = database.Reference.Heads;
        var judged = leaves.Where(leaf => heads.SelfAndAncestors(leaf.Id).Any(node => node.Code is "body" or "property")).ToArray();

        var counts = await _reader.ReadAsync([.. parts], [.. leaves], [.. judged], s_months, database.Admin, Cancel);

        var withheld = await ProtectedAsync();
        bool IsOpen(Incident row) => !withheld.Contains(row.SourceReference);
        bool IsJudged(Incident row) => IsOpen(row) && judged.Any(head => head.Id == row.HeadId);
        Assert.NotEmpty(withheld);
        var rows = database.RandomIncidents(3, 800).Where(row => row.ReportedOn >= s_months.From && row.ReportedOn < s_months.Until).ToList();
        Assert.Equal(rows.Count, counts.Where(count => count.Part == parts.Length - 1).Sum(count => count.Cases));
        var residual = leaves.Where(leaf => leaf.Code is "other-ipc" or "other-sll").Select(leaf => leaf.Id).ToHashSet();
        foreach (var (place, part) in parts.Select((place, part) => (place, part)))
        {
            foreach (var month in rows.Where(row => row.JurisdictionOrdinal >= place.Ordinal && row.JurisdictionOrdinal < place.OrdinalUntil)
                .GroupBy(row => Month.Of(row.ReportedOn)))
            {
                var count = Assert.Single(counts, one => one.Part == part && one.Month == month.Key);
                Assert.Equal(month.Count(), count.Cases);
                Assert.Equal((month.Count(IsOpen), month.Count(IsJudged)), (count.Open, count.Judged));
                Assert.Equal(count.Judged - count.Timed, count.Wanting[(int)QualityGap.Untimed]);
                Assert.Equal(month.Count(row => residual.Contains(row.HeadId) && IsOpen(row)), count.Wanting[(int)QualityGap.ResidualHead]);
                Assert.Equal(
                    month.Count(row => row.ReportedOn > row.OccurredOn.AddDays(7) && IsJudged(row)), count.Wanting[(int)QualityGap.LateRegistration]);
            }
        }
    }

    [Fact]
    public async Task ReadAsync_AnotherJurisdiction_CountsNothing()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN-KL");
        var tree = database.Reference.Jurisdictions;
        var heads = database.Reference.Heads.LeavesOf(0);

        Assert.Empty(await _reader.ReadAsync([tree.Find("IN-TN")!], [.. heads], [.. heads], s_months, viewer, Cancel));
        Assert.NotEmpty(await _reader.ReadAsync([tree.Find("IN-KL")!], [.. heads], [.. heads], s_months, viewer, Cancel));
    }

    [Fact]
    public async Task ContactsAsync_Places_NamesThoseInChargeTheNearestFirst()
    {
        await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN-GA");
        await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN-GA");
        var tree = database.Reference.Jurisdictions;
        var contacts = await _reader.ContactsAsync([tree.Find("IN-GA")!, tree.Find("IN-SK")!], Cancel);

        Assert.Equal(2, contacts.Count(contact => contact.Part == 0));
        Assert.Equal(database.Admin.UserName, contacts.Last(contact => contact.Part == 0).Name, ignoreCase: true);
        Assert.Equal(contacts.Last(contact => contact.Part == 0).Name, Assert.Single(contacts, contact => contact.Part == 1).Name);
    }

    private async Task<HashSet<string>> ProtectedAsync()
    {
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        return [.. await owner.QueryAsync<string>("SELECT source_reference FROM crime.incident WHERE is_sensitive")];
    }
}
