using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Runs;
using CrimeInsight.Tests.Core.Hotspots;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Hotspots;

/// <summary>A method that is only registered is asked, computed in the background, stored and read: nothing else knows of it.</summary>
public sealed class InventedMethodTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>
{
    private static readonly HotspotMethods s_methods = new([new InventedMethod()]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_InventedMethod_IsStoredAndReadAsItWas()
    {
        var owner = await database.AddOwnerAsync("IN");
        var part = new HotspotPart(s_methods, database.HotspotSources, database.Queries.NewRunner(), database.Results);
        var (country, root) = (database.Queries.Reference.Jurisdictions.Find("IN")!, database.Queries.Reference.Heads.Root.Id);
        var claim = (await database.BeginAsync(owner, new PlannedUnit(part, new HotspotUnit("hotspots:IN", RunTurn.Slow, 1, country, [root]))))[0];
        await part.RunAsync(claim, Token);

        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        var question = new HotspotQuestion(new HotspotAnalysis(s_methods, database.HotspotSources), s_methods, database.HotspotSources, database.Results);
        var request = new HotspotRequest(new InventedSettings(), "IN", null);
        var found = (await question.FindAsync(request, viewer, Token))!;
        var live = (InventedReport)(await question.ComputeAsync(request, viewer, null, Token))!;
        Assert.True(live.Marks.Length > 3 && live.Obstacle is null);
        SameReport.Assert(live, found.Report);
        // The control: with another setting it is another question.
        Assert.Null(await question.FindAsync(request with { Settings = new InventedSettings { Least = 5 } }, viewer, Token));
    }
}
