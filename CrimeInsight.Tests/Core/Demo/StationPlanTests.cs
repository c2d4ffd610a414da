using CrimeInsight.Core.Demo;

namespace CrimeInsight.Tests.Core.Demo;

public sealed class StationPlanTests
{
    [Fact]
    public void Create_SeedData_GivesEveryStateItsNumber()
    {
        var states = DemoSeed.Inputs.Districts.ToDictionary(district => district.Code, district => district.StateCode);
        var byState = DemoSeed.Stations.CountBy(station => states[station.DistrictCode]).ToDictionary();
        Assert.All(DemoSeed.StationsByState, state => Assert.Equal(state.Value, byState[state.Key]));
        Assert.InRange(DemoSeed.Stations.Length, 17_000, 18_500);
    }

    [Fact]
    public void Create_SeedData_GivesEveryPopulatedDistrictAtLeastThree()
    {
        var byDistrict = DemoSeed.Stations.CountBy(station => station.DistrictCode).ToDictionary();
        foreach (var district in DemoSeed.Inputs.Districts)
            if (district.Population > 0)
                Assert.True(byDistrict[district.Code] >= StationPlan.LeastPerDistrict, district.Code);
            else
                Assert.False(byDistrict.ContainsKey(district.Code), district.Code);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    [InlineData("ta")]
    public void Create_SeedData_NamesAreUniqueWithinADistrict(string language)
    {
        var repeated = DemoSeed.Stations.GroupBy(station => (station.DistrictCode, station.Names[language])).Where(group => group.Count() > 1);
        Assert.Empty(repeated.Select(group => group.Key));
        Assert.All(DemoSeed.Stations, station => Assert.DoesNotContain("  ", station.Names[language], StringComparison.Ordinal));
    }

    [Fact]
    public void Create_SeedData_CodesCountUpWithinADistrict()
    {
        foreach (var district in DemoSeed.Stations.GroupBy(station => station.DistrictCode))
            Assert.Equal(Enumerable.Range(1, district.Count()).Select(i => $"{district.Key}-{i:D3}"), district.Select(station => station.Code));
    }

    [Fact]
    public void Create_SeedData_PointsLieOnTheirDistrict()
    {
        var ground = DemoGround.OfSeed();
        Assert.All(DemoSeed.Stations, station => Assert.True(ground[station.DistrictCode].Extent.Contains(station.Point), station.Code));
    }

    [Fact]
    public void Create_Twice_GivesTheSame()
    {
        var inputs = DemoSeed.Inputs;
        var again = StationPlan.Create(inputs.Districts, inputs.Towns, DemoSeed.StationsByState, DemoSeed.NameParts);
        Assert.Equal(DemoSeed.Stations.Select(station => (station.Code, station.Point, station.Names["ta"])),
            again.Select(station => (station.Code, station.Point, station.Names["ta"])));
    }

    [Fact]
    public void Share_WorkedExample_GivesTheRestToTheLargestRemainders()
    {
        // 10 by 1 : 2 : 4 is 1.43, 2.86, 5.71: whole parts 1, 2, 5 and one more for the second and the third.
        Assert.Equal([1, 3, 6], LargestRemainder.Share(10, [1, 2, 4]));
    }

    [Fact]
    public void Create_PartsWithoutBlock_NamesTheFile()
    {
        var inputs = DemoSeed.Inputs;
        var parts = DemoSeed.NameParts.RemoveAll(part => part.Key == "block");
        var problem = Assert.Throws<ArgumentException>(() => StationPlan.Create(inputs.Districts, inputs.Towns, DemoSeed.StationsByState, parts));
        Assert.Contains("station-name-parts.csv", problem.Message, StringComparison.Ordinal);
    }
}
