using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Data.Forecasting;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Forecasting;

public sealed class ForecastPlanTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>
{
    [Fact]
    public void Create_Country_LooksForHotspotsOfItEarlyAndOfTheStatesLast()
    {
        var plan = Plan("IN");
        Assert.Equal(plan.Length, plan.Select(chunk => chunk.Name).Distinct().Count());
        Assert.All(plan, chunk => Assert.True(chunk.Kind != ForecastChunkKind.Hotspots || (chunk.Work > 0 && chunk.Name == $"hotspots:{chunk.Area.Code}")));
        var first = plan.Single(chunk => chunk.Name == "hotspots:IN");
        Assert.Equal((ForecastChunkKind.Hotspots, JurisdictionLevel.District), (first.Kind, first.Levels.Single()));
        Assert.Equal(["upper", "weekly"], new[] { plan.IndexOf(first) - 1, plan.IndexOf(first) + 1 }.Select(i => plan[i].Name.Split(':')[0]));
        var last = plan.SkipWhile(chunk => chunk.Kind != ForecastChunkKind.Coherence).Skip(1).ToList();
        Assert.Equal(database.Queries.Reference.Jurisdictions.ChildrenOf(first.Area.Id), last.Select(chunk => chunk.Area));
        Assert.All(last, chunk => Assert.Equal(ForecastChunkKind.Hotspots, chunk.Kind));
        Assert.DoesNotContain(first.Heads, id => database.Queries.Reference.Heads.Find(id)!.Level > CrimeHeadLevel.Head);
    }

    [Fact]
    public void Create_SeveralPlaces_LooksAtEachOnce() =>
        Assert.Equal(["hotspots:IN-GA", "hotspots:IN-TN"], Plan("IN-GA", "IN-TN").Where(chunk => chunk.Kind == ForecastChunkKind.Hotspots).Select(chunk => chunk.Name).Order());

    [Fact]
    public void Create_PeopleWorkInAState_ThatStateComesFirst()
    {
        var tree = database.Queries.Reference.Jurisdictions;
        var district = tree.ChildrenOf(tree.Find("IN-TN")!.Id)[0];

        var plan = ForecastPlan.Create(database.Queries.Reference, [tree.Find("IN")!], [tree.Find("IN")!, district]);

        Assert.All(new[] { "upper", "weekly", "lower" }, kind =>
            Assert.Equal("IN-TN", plan.First(chunk => chunk.Name.StartsWith(kind, StringComparison.Ordinal)).Area.Code));
        Assert.Equal(Plan("IN").Select(chunk => chunk.Name).Order(), plan.Select(chunk => chunk.Name).Order());
    }

    private System.Collections.Immutable.ImmutableArray<ForecastChunk> Plan(params string[] places) =>
        ForecastPlan.Create(database.Queries.Reference, [.. places.Select(code => database.Queries.Reference.Jurisdictions.Find(code)!)], []);
}
