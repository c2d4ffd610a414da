using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Demo;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.People;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Data.Demo;

/// <summary>Demo data must not depend on whether shapes of districts were computed before it.</summary>
public sealed class DemoPlacementTests(DatabaseServer server)
{
    private const string ChecksumSql = """
        SELECT (SELECT md5(string_agg(concat_ws('|', code, ordinal, latitude, longitude, names), ';' ORDER BY ordinal)) FROM crime.jurisdiction WHERE level = 7)
            || (SELECT md5(string_agg(concat_ws('|', source_reference, ordinal, head_id, occurred_from, latitude, longitude, content_hash), ';' ORDER BY source_reference)) FROM crime.incident)
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadAsync_SameSeedWithAndWithoutShapesBefore_PlacesCasesAlike()
    {
        var byVerb = await LoadAsync(isFirstStart: false, seed: 7);
        var atFirstStart = await LoadAsync(isFirstStart: true, seed: 7);

        Assert.Equal(byVerb, atFirstStart);
    }

    // The first start computes the shapes on its own, before the demo load or beside it.
    private async Task<string> LoadAsync(bool isFirstStart, long seed)
    {
        await using var database = new DatabaseFixture(server);
        await database.InitializeAsync();
        await database.AddPersonAsync(PersonRole.Admin, "IN");
        var target = new DemoTarget(
            database.App, database.OwnerConnectionString, Path.Combine(AppContext.BaseDirectory, "seed-data"), ApproximateBoundaryLoader.UsualMap);
        using var reference = new ReferenceDataReader(database.App);
        var batches = new IncidentBatchLoader(database.App, reference, new HolidayReader(database.App, reference), Options.Create(new BatchOptions()));
        var loader = new DemoDataLoader(target, batches, new AuditWriter(database.App), TimeProvider.System);
        if (isFirstStart)
            Assert.NotEqual(0, await new ApproximateBoundaryLoader(target.OutlineMap).LoadAsync(database.OwnerConnectionString, Cancel));
        await loader.LoadAsync(new DemoRequest(1_500, seed, 2023), null, Cancel);
        await using var owner = await database.Owner.OpenConnectionAsync(Cancel);
        return (await owner.ExecuteScalarAsync<string>(ChecksumSql))!;
    }
}
