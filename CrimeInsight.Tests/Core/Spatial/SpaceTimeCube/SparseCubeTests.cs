using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Spatial.SpaceTimeCube;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Tests.Core.Spatial.SpaceTimeCube;

/// <summary>Cubes as stations have them: 900 places, few cases a month, two places far apart with many.</summary>
public sealed class SparseCubeTests
{
    private const int Side = 30;
    private const int Places = Side * Side;
    private const int Steps = 24;
    private const int Corner = 24 * Side + 4;

    private static readonly SpatialWeights s_weights = SpatialWeights.NearestNeighbours(
        new MetrePoints([.. Enumerable.Range(0, Places).Select(i => (double)(i % Side))], [.. Enumerable.Range(0, Places).Select(i => (double)(i / Side))]), 8);

    /// <summary>
    /// Nine places in a corner with 1 a month among 0.15, and two with 10: on the scale of counts the two hide the corner, on that of
    /// logarithms they do not. Away from both hardly a place has a class.
    /// </summary>
    [Theory]
    [InlineData(ValueScale.AsGiven, 0, 1, 6)]
    [InlineData(ValueScale.Logarithm, 5, 6, 1)]
    public void Run_AreaBesidePlacesWithVeryMany_IsFoundOnTheScaleOfLogarithms(ValueScale scale, int least, int most, int mostAstray)
    {
        var (found, astray) = (0, 0);
        for (var seed = 1; seed <= 6; seed++)
        {
            var places = Run(seed, scale, area: 1, many: 10).Places;
            found += places[Corner].Class != EmergingClass.None ? 1 : 0;
            astray += Enumerable.Range(0, Places).Any(i => IsFar(i) && places[i].Class != EmergingClass.None) ? 1 : 0;
        }

        Assert.InRange(found, least, most);
        Assert.InRange(astray, 0, mostAstray);
    }

    [Theory]
    [InlineData(ValueScale.AsGiven)]
    [InlineData(ValueScale.Logarithm)]
    public void Run_NothingButChance_FindsNothing(ValueScale scale)
    {
        for (var seed = 0; seed < 10; seed++)
            Assert.DoesNotContain(Run(seed, scale, area: 0, many: 0.15).Places, place => place.Class != EmergingClass.None);
    }

    private static bool IsFar(int place) =>
        Enumerable.Range(0, Places).Where(i => i == Corner || IsLarge(i))
            .All(i => Math.Max(Math.Abs(place % Side - i % Side), Math.Abs(place / Side - i / Side)) > 3);

    private static bool IsLarge(int place) => (place % Side, place / Side) is (8, 8) or (20, 6);

    private static EmergingReport Run(int seed, ValueScale scale, double area, double many)
    {
        var random = new Random(seed);
        var values = new double[Places * Steps];
        for (var bin = 0; bin < values.Length; bin++)
        {
            var (column, row) = (bin % Places % Side, bin % Places / Side);
            var isInCorner = Math.Abs(column - Corner % Side) <= 1 && Math.Abs(row - Corner / Side) <= 1;
            values[bin] = Poisson(random, IsLarge(bin % Places) ? many : isInCorner && area > 0 ? area : 0.15);
        }

        return (EmergingReport)EmergingHotspots.Run(values, s_weights, new EmergingRequest(scale: scale), 1, TestContext.Current.CancellationToken);
    }

    private static int Poisson(Random random, double mean)
    {
        var (count, left) = (-1, 1.0);
        for (var least = Math.Exp(-mean); left > least; count++)
            left *= random.NextDouble();
        return count;
    }
}
