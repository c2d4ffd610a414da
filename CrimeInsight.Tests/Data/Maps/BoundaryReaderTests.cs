using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Maps;

public sealed class BoundaryReaderTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly string s_map = Path.Combine(AppContext.BaseDirectory, "maps", "india.svg");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadAsync_ThenRead_GivesEveryLevelAndKeepsOfficialShapes()
    {
        using var references = new ReferenceDataReader(database.App);
        var reader = new BoundaryReader(database.App, references);
        Assert.Equal(0, (await reader.ReadAsync(BoundaryLevel.State, null, Cancel)).Count);

        await using var owner = await database.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync(
            """
            INSERT INTO crime.boundary (jurisdiction_id, geometry, is_approximate, source)
            SELECT id, '{"type":"Polygon","coordinates":[[[74,15],[74.5,15],[74,15.5],[74,15]]]}', false, 'survey.geojson'
            FROM crime.jurisdiction
            WHERE code = 'IN-GA'
            """);
        var loader = new ApproximateBoundaryLoader(s_map);
        Assert.Equal(735 + 36 + 1, await loader.LoadAsync(database.OwnerConnectionString, Cancel));
        Assert.Equal(0, await loader.LoadAsync(database.OwnerConnectionString, Cancel));

        using var fresh = new ReferenceDataReader(database.App);
        reader = new BoundaryReader(database.App, fresh);
        var states = await reader.ReadAsync(BoundaryLevel.State, null, Cancel);
        Assert.Same(states, await reader.ReadAsync(BoundaryLevel.State, null, Cancel));
        var features = Features(states);
        Assert.Equal(36, features.Count);
        Assert.False(features["IN-GA"].GetProperty("properties").GetProperty("approximate").GetBoolean());
        Assert.Equal("Polygon", features["IN-GA"].GetProperty("geometry").GetProperty("type").GetString());
        Assert.True(features["IN-TN"].GetProperty("properties").GetProperty("approximate").GetBoolean());
        Assert.True(states.IsApproximate);
        Assert.True(states.HasOutlines);
        Assert.Equal(["survey.geojson"], states.Sources);

        Assert.Equal(735, (await reader.ReadAsync(BoundaryLevel.District, null, Cancel)).Count);
        Assert.All(Features(await reader.ReadAsync(BoundaryLevel.District, "IN-KL", Cancel)).Keys,
            code => Assert.StartsWith("IN-KL-", code, StringComparison.Ordinal));
        Assert.Equal(["IN"], Features(await reader.ReadAsync(BoundaryLevel.Country, null, Cancel)).Keys);
        Assert.Equal(0, (await reader.ReadAsync(BoundaryLevel.District, "IN-NOWHERE", Cancel)).Count);
    }

    [Fact]
    public async Task LoadAsync_WithoutTheMap_SaysHowToGetIt()
    {
        var problem = await Assert.ThrowsAsync<OperatorException>(
            () => new ApproximateBoundaryLoader("/nowhere/india.svg").LoadAsync(database.OwnerConnectionString, Cancel));
        Assert.Contains("npm", problem.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, JsonElement> Features(BoundaryCollection collection)
    {
        using var json = JsonDocument.Parse(collection.Json);
        return json.RootElement.GetProperty("features").EnumerateArray()
            .ToDictionary(feature => feature.GetProperty("id").GetString()!, feature => feature.Clone());
    }
}
