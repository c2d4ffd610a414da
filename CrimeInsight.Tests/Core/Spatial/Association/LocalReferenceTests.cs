using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Spatial.Association;

public sealed class LocalReferenceTests
{
    private const double Tolerance = 1e-9;
    private const double PTolerance = 1e-6;
    private const int ReferencePermutations = 999;

    [Theory]
    [InlineData(LocalMethod.GetisOrdStar, "gstar_z")]
    [InlineData(LocalMethod.GetisOrd, "g_z_excl_self")]
    public void Run_GetisOrd_EqualsSpdep(LocalMethod method, string column)
    {
        var report = Run(new LocalRequest(method, permutations: 0));
        Equal(HotspotReference.Column(column), report.Z, Tolerance);
        Assert.Equal(report.Z, report.Statistic);
    }

    [Fact]
    public void Run_GetisOrdWithNormalBasis_EqualsSpdepsFalseDiscoveryRates()
    {
        var report = Run(new LocalRequest(LocalMethod.GetisOrdStar, basis: DiscoveryBasis.Normal));
        Equal(HotspotReference.Column("gstar_p2"), report.P, PTolerance);
        Equal(HotspotReference.Column("gstar_p_fdr"), report.PCorrected, PTolerance);
        Assert.Equal(51, report.SignificantAfter);
        // Four of them are below the mean among high ones, or above it among low ones: nothing is hot or cold that its own value denies.
        var mean = HotspotReference.Values.Average();
        Assert.Equal(47, report.Classes.Count(item => item is LocalClass.Hot or LocalClass.Cold));
        Assert.All(
            Enumerable.Range(0, report.Classes.Length).Where(place => report.PCorrected[place] <= 0.05),
            place => Assert.Equal((HotspotReference.Values[place] - mean) * report.Z[place] > 0, report.Classes[place] != LocalClass.NotSignificant));
    }

    [Theory]
    [InlineData(LocalVariance.Conditional, "Z_cond", "p_cond")]
    [InlineData(LocalVariance.Total, "Z_tot", "p_tot")]
    public void Run_Moran_EqualsSpdep(LocalVariance variance, string z, string p)
    {
        var report = Run(new LocalRequest(LocalMethod.Moran, permutations: 0, variance: variance));
        Equal(HotspotReference.Column("Ii"), report.Statistic, Tolerance);
        Equal(HotspotReference.Column(z), report.Z, Tolerance);
        Equal(HotspotReference.Column(p), report.P, PTolerance);
    }

    [Fact]
    public void Run_SignificantMoran_HasSpdepsQuadrant()
    {
        var report = Run(new LocalRequest(LocalMethod.Moran));
        var quadrants = HotspotReference.Texts("quadrant");
        Assert.True(report.SignificantAfter > 30);
        for (var place = 0; place < quadrants.Length; place++)
        {
            if (report.Classes[place] != LocalClass.NotSignificant)
                Assert.Equal(quadrants[place].Replace("-", "", StringComparison.Ordinal), report.Classes[place].ToString());
        }
    }

    // Both sides are simulated, and a fraction of a tie is cut off by spdep.
    [Theory]
    [InlineData(null)]
    [InlineData(999)]
    public void Run_Permutations_EqualSpdepWithinMonteCarloError(int? permutations)
    {
        var report = Run(new LocalRequest(LocalMethod.Moran, permutations));
        var expected = HotspotReference.Column("perm_p_sim");
        for (var place = 0; place < expected.Length; place++)
        {
            var p = Math.Max(report.PSimulated[place], 2.0 / (ReferencePermutations + 1));
            var error = 2 * Math.Sqrt(p * (1 - p / 2) / ReferencePermutations * (permutations is null ? 1 : 2));
            Assert.InRange(expected[place], p - 6 * error - 0.003, p + 6 * error + 0.003);
        }
    }

    [Fact]
    public void Run_PerturbedValue_MissesTheReference()
    {
        var values = HotspotReference.Values.ToArray();
        values[0]++;
        var report = (LocalReport)LocalStatistics.Run(
            values, HotspotReference.Weights, new LocalRequest(LocalMethod.GetisOrdStar, 0), 1, TestContext.Current.CancellationToken);
        var expected = HotspotReference.Column("gstar_z");
        Assert.Contains(Enumerable.Range(0, expected.Length), place => Math.Abs(expected[place] - report.Z[place]) > 1e-6);
    }

    [Fact]
    public void Run_Permutations_AreCorrectedByBenjaminiAndHochberg()
    {
        var report = Run(new LocalRequest(LocalMethod.GetisOrdStar));
        Assert.Equal(MultipleTesting.BenjaminiHochberg(report.PSimulated.AsSpan()), report.PCorrected);
        Assert.Equal(report.PSimulated.Count(p => p <= 0.05), report.SignificantBefore);
    }

    private static LocalReport Run(LocalRequest request) =>
        Assert.IsType<LocalReport>(LocalStatistics.Run(HotspotReference.Values, HotspotReference.Weights, request, 2, TestContext.Current.CancellationToken));

    private static void Equal(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var place = 0; place < expected.Length; place++)
            Assert.Equal(expected[place], actual[place], tolerance * Math.Max(1e-3, Math.Abs(expected[place])));
    }
}
