using CrimeInsight.Core.Import;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Places;
using CrimeInsight.Data.Places;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Places;

/// <summary>Files of before and after a district was split.</summary>
public sealed class SplitImportTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private const string Header = "source_reference,occurred_from,reported_on,state,district,station,head_code\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportAsync_AfterASplit_OldAndNewFilesLandInTheSameStation_AndNothingIsStoredTwice()
    {
        var tree = database.Load.Reference.Jurisdictions;
        var (old, station) = (tree.Find("IN-KL-554")!, tree.Find("IN-KL-554-1")!);
        var edits = new PlaceEditStore(database.Load.Fixture.App);
        await edits.ApplyAsync(
            database.Load.Admin,
            [
                new PlaceRequest(PlaceEditKind.Rename, station.Id, new DateOnly(2024, 1, 1), "G.O. 1") { Names = Named("Harbour") },
            ],
            Cancel);
        var before = $"1,2023-05-01,2023-05-02,Kerala,{old.NameIn("en")},Harbour,murder\n2,2023-05-01,2023-05-02,Kerala,{old.NameIn("en")},,murder\n";
        Assert.Equal(2, (await ImportAsync(before)).Accepted);
        await edits.ApplyAsync(
            database.Load.Admin,
            [
                new PlaceRequest(PlaceEditKind.Split, old.Id, new DateOnly(2024, 1, 1), "G.O. 2")
                {
                    Code = "IN-KL-N01", Names = Named("Malabar Coast"), StationIds = [station.Id],
                },
            ],
            Cancel);

        var again = await ImportAsync(before);
        var after = await ImportAsync("3,2025-01-01,2025-01-02,Kerala,Malabar Coast,Harbour,murder\n4,2025-01-01,2025-01-02,Kerala,Malabar Coast,,murder\n");

        Assert.Equal((0, 2), (again.Accepted, again.Duplicates));
        Assert.Equal(2, after.Accepted);
        Assert.Equal("IN-KL-N01 1 4 | IN-KL-554-1 2 1,3 | IN-KL-554 1 2", await database.Load.ScalarAsync<string>("""
            SELECT string_agg(concat_ws(' ', t.code, t.cases, t.refs), ' | ' ORDER BY t.code DESC)
            FROM (
                SELECT j.code, count(*) AS cases, string_agg(i.source_reference, ',' ORDER BY i.source_reference) AS refs
                FROM crime.incident i
                JOIN crime.jurisdiction j ON j.ordinal = i.ordinal
                GROUP BY j.code) AS t
            """));
    }

    private static Dictionary<string, string> Named(string name) => new() { ["en"] = name };

    private async Task<ImportReport> ImportAsync(string rows)
    {
        using var reader = new ReferenceDataReader(database.Load.Fixture.App);
        database.Use(reader);
        return await database.ImportAsync(Header + rows);
    }
}
