using CrimeInsight.Core.Forecasting.Background;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Runs;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Runs;

public sealed class RunPlanTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>
{
    [Fact]
    public void Plan_Country_LooksForHotspotsOfItEarlyAndOfTheStatesLast()
    {
        var plan = Plan("IN");
        Assert.Equal(plan.Count, plan.Select(unit => unit.Name).Distinct().Count());
        Assert.All(plan.OfType<HotspotUnit>(), unit => Assert.True(unit.Work > 0 && unit.Name == $"hotspots:{unit.Area.Code}"));
        var first = plan.OfType<HotspotUnit>().Single(unit => unit.Name == "hotspots:IN");
        Assert.Equal(["upper", "weekly"], new[] { plan.IndexOf(first) - 1, plan.IndexOf(first) + 1 }.Select(i => plan[i].Name.Split(':')[0]));
        var last = plan.SkipWhile(unit => unit is not ForecastUnit { Kind: ForecastUnitKind.Coherence }).Skip(1).ToList();
        Assert.Equal(database.Queries.Reference.Jurisdictions.ChildrenOf(first.Area.Id), last.Select(unit => Assert.IsType<HotspotUnit>(unit).Area));
        Assert.DoesNotContain(first.Heads, id => database.Queries.Reference.Heads.Find(id)!.Level > CrimeHeadLevel.Head);
    }

    [Fact]
    public void Plan_SeveralPlaces_LooksAtEachOnce() =>
        Assert.Equal(["hotspots:IN-GA", "hotspots:IN-TN"], Plan("IN-GA", "IN-TN").OfType<HotspotUnit>().Select(unit => unit.Name).Order());

    [Fact]
    public void Plan_PeopleWorkInAState_ThatStateComesFirst()
    {
        var tree = database.Queries.Reference.Jurisdictions;
        var district = tree.ChildrenOf(tree.Find("IN-TN")!.Id)[0];

        var plan = PlanOf(new RunScope(database.Queries.Reference, [tree.Find("IN")!], [tree.Find("IN")!, district]));

        Assert.All(new[] { "upper", "weekly", "lower" }, kind =>
            Assert.EndsWith(":IN-TN", plan.First(unit => unit.Name.StartsWith(kind, StringComparison.Ordinal)).Name, StringComparison.Ordinal));
        Assert.Equal(Plan("IN").Select(unit => unit.Name).Order(), plan.Select(unit => unit.Name).Order());
    }

    /// <summary>What is needed is planned, and comes before; what adds up needs all that is added.</summary>
    [Fact]
    public void Plan_Needs_ComeBefore()
    {
        var plan = Plan("IN");
        Assert.All(plan, unit => Assert.All(unit.Needs, name => Assert.InRange(plan.FindIndex(other => other.Name == name), 0, plan.IndexOf(unit) - 1)));
        var coherent = plan.Single(unit => unit.Name == "coherent:IN");
        Assert.Equal(plan.Where(unit => unit.Name.Split(':')[0] is "country" or "upper" or "lower").Select(unit => unit.Name).Order(), coherent.Needs.Order());
    }

    private List<RunUnit> Plan(params string[] places) =>
        PlanOf(new RunScope(database.Queries.Reference, [.. places.Select(code => database.Queries.Reference.Jurisdictions.Find(code)!)], []));

    private List<RunUnit> PlanOf(RunScope scope) => [.. PlannedUnit.Plan(database.Parts, scope).Select(planned => planned.Unit)];
}
