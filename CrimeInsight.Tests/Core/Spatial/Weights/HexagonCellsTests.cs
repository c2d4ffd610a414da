using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial.Weights;

public sealed class HexagonCellsTests
{
    [Fact]
    public void Over_RandomEvents_PutsEachIntoTheCellWithTheNearestCentre()
    {
        var random = new Random(2);
        var events = new MetrePoints([.. Enumerable.Range(0, 3000).Select(_ => random.NextDouble() * 8000 - 4000)],
            [.. Enumerable.Range(0, 3000).Select(_ => random.NextDouble() * 8000 - 4000)]);
        var cells = HexagonCells.Over(events, 700);
        for (var i = 0; i < events.Count; i++)
        {
            double Away(int cell) => Math.Sqrt(Math.Pow(cells.Centres.X[cell] - events.X[i], 2) + Math.Pow(cells.Centres.Y[cell] - events.Y[i], 2));
            Assert.Equal(Enumerable.Range(0, cells.Count).Min(Away), Away(cells.CellOfEvent[i]), 1e-6);
        }
    }

    [Fact]
    public void Neighbours_FullPatch_AreTheSixAtOneWidth()
    {
        double[] x = [.. Enumerable.Range(0, 10_000).Select(i => i % 100 * 50.0)];
        double[] y = [.. Enumerable.Range(0, 10_000).Select(i => i / 100 * 50.0)];
        var cells = HexagonCells.Over(new MetrePoints(x, y), 500);
        var (weights, band) = (cells.Neighbours(), SpatialWeights.DistanceBand(cells.Centres, 501));
        Assert.Equal(6, weights.MostNeighbours);
        Assert.Equal("hexagons:500", weights.Source);
        for (var cell = 0; cell < cells.Count; cell++)
            Assert.Equal(band.NeighboursOf(cell).ToArray(), weights.NeighboursOf(cell).ToArray());
        Assert.Equal(0.2165, cells.AreaSquareKilometres, 1e-4);
    }

    [Fact]
    public void Over_Rings_AddTheEmptyCellsAround()
    {
        var alone = new MetrePoints([0], [0]);
        Assert.Equal([1, 7, 19], Enumerable.Range(0, 3).Select(rings => HexagonCells.Over(alone, 500, rings).Count));
        Assert.Equal(1, HexagonCells.Over(alone, 500, 2).Cube([0], 1).Sum());
        Assert.Equal(9, HexagonCells.Over(alone, 500, 2).CellOfEvent.Single());
    }

    [Fact]
    public void CornersOf_Cell_AreHalfAWidthFromEachSide()
    {
        var corners = HexagonCells.Over(new MetrePoints([0], [0]), 600).CornersOf(0);
        Assert.Equal(600 / Math.Sqrt(3), corners[0].Y, 1e-9);
        Assert.Equal(-300, corners[1].X, 1e-9);
        Assert.Equal(300, corners[5].X, 1e-9);
    }

    [Fact]
    public void Cube_Events_AreCountedByStepAndCell()
    {
        var cells = HexagonCells.Over(new MetrePoints([0, 10, 5000], [0, 0, 0]), 1000);
        Assert.Equal([1, 0, 0, 0, 1, 1], cells.Cube([0, 2, 2], 3));
        Assert.Contains("steps[1] must lie in [0, 2]; got 3", Refusal(() => cells.Cube([0, 3, 2], 3)), StringComparison.Ordinal);
        Assert.Contains("There are 1 steps for 3 events", Refusal(() => cells.Cube([0], 3)), StringComparison.Ordinal);
        Assert.Contains("widthMetres must be above 0", Refusal(() => HexagonCells.Over(new MetrePoints([0], [0]), 0)), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
