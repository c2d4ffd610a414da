using CrimeInsight.Core.Spatial.Concentration;


namespace CrimeInsight.Tests.Core.Spatial.Concentration;

public sealed class EventConcentrationTests
{
    [Fact]
    public void Measure_FivePlaces_GivesTheValuesWorkedOutByHand()
    {
        // Ascending 0 1 1 3 5: G = (2·(2 + 3 + 12 + 25)/10 − 6)/5.
        var report = Measure([1, 5, 0, 3, 1], 0);
        Assert.Equal((8.4 - 6) / 5, report.Gini, 1e-12);
        Assert.Equal(report.Gini, report.GeneralisedGini, 1e-12);
        Assert.Equal((1, 2), (report.PlacesWithHalf, report.PlacesWithFourFifths));
        Assert.Equal(0.5, report.TopFifthShare, 1e-12);
        Assert.Equal([0, 0.5, 0.8, 0.9, 1, 1], report.Curve.Select(point => point.EventShare), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(0.65, report.EventShareAt(0.3), 1e-12);
        Assert.Null(report.P);
    }

    // Bernasco and Steenbeek's point: one event at each of 2 of 10 places is as even as can be, though Gini is 0.8.
    [Fact]
    public void Measure_FewEvents_GeneralisedGiniIsZeroForTheMostEvenSpread()
    {
        var even = Measure([1, 1, 0, 0, 0, 0, 0, 0, 0, 0], 0);
        Assert.Equal(0.8, even.Gini, 1e-12);
        Assert.Equal(0, even.GeneralisedGini, 1e-12);
        Assert.Equal(0.5, Measure([2, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0).GeneralisedGini, 1e-12);
    }

    [Fact]
    public void Measure_Chance_TellsConcentratedFromEven()
    {
        var random = new Random(4);
        var chance = new int[500];
        for (var i = 0; i < 400; i++)
            chance[random.Next(500)]++;
        var report = Measure(chance, 199);
        Assert.True(report.P > 0.05);
        Assert.Equal(report.ExpectedGeneralisedGini!.Value, report.GeneralisedGini, 0.05);
        chance[7] += 100;
        Assert.Equal(1 / 200.0, Measure(chance, 199).P);
    }

    [Fact]
    public void Measure_OrderOfPlaces_ChangesNothing()
    {
        var (one, other) = (Measure([1, 5, 0, 3, 1], 99), Measure([5, 3, 1, 1, 0], 99));
        Assert.Equal(one.Curve, other.Curve);
        Assert.Equal((one.Gini, one.P), (other.Gini, other.P));
    }

    [Fact]
    public void Measure_ManyPlaces_ThinsTheCurve()
    {
        var report = Measure([.. Enumerable.Range(0, 12_345)], 0);
        Assert.InRange(report.Curve.Length, 1_000, 1_100);
        Assert.Equal(new ConcentrationPoint(1, 1), report.Curve[^1]);
    }

    [Fact]
    public void Measure_InvalidInput_NamesIt()
    {
        Assert.Null(EventConcentration.Measure([0, 0], cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains(
            "counts[1] must be 0 or more; got -1", Assert.ThrowsAny<ArgumentException>(() => Measure([1, -1], 0)).Message, StringComparison.Ordinal);
        Assert.Contains("There are no places", Assert.ThrowsAny<ArgumentException>(() => Measure([], 0)).Message, StringComparison.Ordinal);
    }

    private static ConcentrationReport Measure(int[] counts, int simulations) =>
        EventConcentration.Measure(counts, simulations, 1, TestContext.Current.CancellationToken)!;
}
