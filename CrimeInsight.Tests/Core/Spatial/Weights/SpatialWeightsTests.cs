using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial.Weights;

public sealed class SpatialWeightsTests
{
    [Fact]
    public void NearestNeighbours_ReferencePlaces_EqualSpdep()
    {
        var expected = HotspotReference.Neighbours();
        for (var place = 0; place < expected.Length; place++)
            Assert.Equal(expected[place], HotspotReference.Weights.NeighboursOf(place));
        Assert.True(HotspotReference.Weights.HasEqualWeights);
        Assert.Equal("knn:8", HotspotReference.Weights.Source);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NearestNeighboursAndBand_RandomPlacesWithDuplicates_EqualBruteForce(bool inDegrees)
    {
        var random = new Random(7);
        double[] first = [.. Enumerable.Range(0, 300).Select(i => i % 10 == 9 ? 20.5 : 8 + 29 * random.NextDouble())];
        double[] second = [.. Enumerable.Range(0, 300).Select(i => i % 10 == 9 ? 77.5 : 68 + 29 * random.NextDouble())];
        PointSet points = inDegrees ? new DegreePoints(first, second) : new MetrePoints(first, second);
        var band = inDegrees ? 150_000 : 1.5;
        var (nearest, within) = (SpatialWeights.NearestNeighbours(points, 5), SpatialWeights.DistanceBand(points, band));
        for (var place = 0; place < points.Count; place++)
        {
            var others = Enumerable.Range(0, points.Count).Where(other => other != place).ToArray();
            var distances = others.Select(other => points.Metres(place, other)).Order().ToArray();
            Assert.Equal(
                distances[..5], nearest.NeighboursOf(place).ToArray().Select(other => points.Metres(place, other)).Order(), (a, b) => Math.Abs(a - b) < 1e-6);
            Assert.Equal(others.Where(other => points.Metres(place, other) <= band), within.NeighboursOf(place).ToArray());
        }
    }

    [Fact]
    public void DistanceBand_AlongTheGreatCircle_CrossesTheDateLine()
    {
        var weights = SpatialWeights.DistanceBand(new DegreePoints([0, 0, 0], [179.9, -179.9, 178]), 23_000);
        Assert.Equal([1], weights.NeighboursOf(0));
        Assert.Equal([2], weights.Islands);
    }

    [Fact]
    public void RowStandardised_UnequalLinks_SumToOne()
    {
        var weights = SpatialWeights.OfLinks(3, [1, 0, 1], [2, 1, 0], [3, 5, 1]).RowStandardised();
        Assert.Equal([0, 2], weights.NeighboursOf(1));
        Assert.Equal([0.25, 0.75], weights.WeightsOf(1));
        Assert.Equal([1.0], weights.WeightsOf(0));
        Assert.Equal([2], weights.Islands);
        Assert.False(weights.HasEqualWeights);
    }

    [Fact]
    public void Factories_InvalidInput_SayWhatToDo()
    {
        var points = new MetrePoints([0, 1, 2], [0, 0, 0]);
        Assert.Contains(
            "3 places have between 1 and 2 nearest neighbours; got 3", Refusal(() => SpatialWeights.NearestNeighbours(points, 3)), StringComparison.Ordinal);
        Assert.Contains("above 0 metres", Refusal(() => SpatialWeights.DistanceBand(points, 0)), StringComparison.Ordinal);
        Assert.Contains("finite", Refusal(() => SpatialWeights.DistanceBand(points, double.NaN)), StringComparison.Ordinal);
        Assert.Contains("Link 1 makes place 1 its own neighbour", Refusal(() => SpatialWeights.OfLinks(3, [0, 1], [1, 1], [1, 1])), StringComparison.Ordinal);
        Assert.Contains(
            "Link 0 joins 0 and 7; places are numbered from 0 to 2", Refusal(() => SpatialWeights.OfLinks(3, [0], [7], [1])), StringComparison.Ordinal);
        Assert.Contains("has the weight -1", Refusal(() => SpatialWeights.OfLinks(3, [0], [1], [-1])), StringComparison.Ordinal);
        Assert.Contains(
            "Place 0 has place 1 as its neighbour twice", Refusal(() => SpatialWeights.OfLinks(3, [0, 0], [1, 1], [1, 2])), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
