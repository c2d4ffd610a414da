using CrimeInsight.Core.Incidents;
using CrimeInsight.Data.Cases;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Cases;

public sealed class CaseSectionTests(LoadDatabase database) : IClassFixture<LoadDatabase>
{
    private readonly CaseReader _reader = new(database.Fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_OffenceBeforeAndAfterTheBreak_NamesTheLawOfItsDay()
    {
        var murder = database.Reference.Heads.Find("murder")!.Id;
        await database.LoadAsync([Murder(murder, new DateOnly(2024, 6, 30)), Murder(murder, new DateOnly(2024, 7, 1))]);
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        var ids = (await owner.QueryAsync<long>("SELECT id FROM crime.incident WHERE source = 'law' ORDER BY occurred_on")).ToArray();

        Assert.Equal(["IPC"], await ActsAsync(ids[0]));
        Assert.Equal(["BNS"], await ActsAsync(ids[1]));
    }

    private Incident Murder(short head, DateOnly day) => new()
    {
        Source = "law", SourceReference = day.ToString("O", null), HeadId = head, OccurredOn = day, ReportedOn = day,
        JurisdictionOrdinal = database.Reference.Jurisdictions.Find("IN-TN")!.Ordinal,
    };

    private async Task<IEnumerable<string>> ActsAsync(long id) =>
        (await _reader.OpenAsync(id, database.Admin, Cancel))!.Sections.Select(section => section.Act).Distinct();
}
