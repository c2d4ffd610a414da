using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial.Weights;

public sealed class ContiguityTests
{
    [Theory]
    [InlineData(ContiguityRule.Queen, 8, 5, 3)]
    [InlineData(ContiguityRule.Rook, 4, 3, 2)]
    public void Of_ChessBoard_CountsAsChessPiecesMove(ContiguityRule rule, int middle, int edge, int corner)
    {
        GeoShape[] cells = [.. Enumerable.Range(0, 25).Select(cell => Box(cell % 5, cell / 5, 1, 1))];
        var weights = Contiguity.Of(cells, rule);
        Assert.Equal(middle, weights.NeighbourCount(12));
        Assert.Equal(edge, weights.NeighbourCount(2));
        Assert.Equal(corner, weights.NeighbourCount(0));
        Assert.Equal(rule == ContiguityRule.Queen ? "contiguity:queen" : "contiguity:rook", weights.Source);
    }

    [Fact]
    public void Of_BorderWithOtherCorners_IsStillABorder()
    {
        // Two small areas beside one large: none of the large one's corners lies between them.
        var weights = Contiguity.Of([Box(0, 0, 1, 3), Box(1, 0.5, 1, 1), Box(1.00003, 1.5, 1, 1), Box(9, 9, 1, 1)], ContiguityRule.Rook);
        Assert.Equal([1, 2], weights.NeighboursOf(0));
        Assert.Equal([0, 2], weights.NeighboursOf(1));
        Assert.Equal([3], weights.Islands);
    }

    [Fact]
    public void Of_Enclave_TouchesWhatSurroundsIt()
    {
        var hole = Box(1, 1, 1, 1).Polygons[0].Shell;
        var around = new GeoShape([new GeoPolygon(Box(0, 0, 3, 3).Polygons[0].Shell, [[.. hole.Reverse()]])]);
        Assert.Equal([1], Contiguity.Of([around, Box(1, 1, 1, 1)], ContiguityRule.Rook).NeighboursOf(0));
    }

    [Fact]
    public void Of_AreasApartByMoreThanTheTolerance_DoNotTouch() =>
        Assert.Equal([0, 1], Contiguity.Of([Box(0, 0, 1, 1), Box(1.001, 0, 1, 1)], ContiguityRule.Queen).Islands);

    private static GeoShape Box(double x, double y, double width, double height) =>
        new([new GeoPolygon([new(y, x), new(y, x + width), new(y + height, x + width), new(y + height, x)], [])]);
}
