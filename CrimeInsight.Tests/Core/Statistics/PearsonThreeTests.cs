using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class PearsonThreeTests
{
    // Skewness 2 is the exponential law: P(Z ≥ z) = exp(−1 − z).
    [Theory]
    [InlineData(-0.5)]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(60)]
    public void LogUpperTail_SkewnessTwo_IsExponential(double z) => Assert.Equal(-1 - z, PearsonThree.LogUpperTail(z, 2), 1e-9);

    // Q(3, 2) = P(Poisson(2) < 3) = 5e⁻².
    [Fact]
    public void LogUpperGamma_WholeShape_IsPoisson()
    {
        Assert.Equal(Math.Log(5) - 2, PearsonThree.LogUpperGamma(3, 2), 1e-12);
        Assert.Equal(Math.Log(1 - 5 * Math.Exp(-2)), PearsonThree.LogLowerGamma(3, 2), 1e-12);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-2)]
    [InlineData(6)]
    public void LogUpperTail_HardlySkewed_IsNearlyNormal(double z) =>
        Assert.Equal(Math.Log(Normal.UpperTail(z)), PearsonThree.LogUpperTail(z, 2e-3), 0.1);

    [Fact]
    public void LogUpperTail_BeyondTheEnd_IsImpossible()
    {
        Assert.Equal(double.NegativeInfinity, PearsonThree.LogUpperTail(3, -2));
        Assert.Equal(0, PearsonThree.LogUpperTail(-3, 2));
    }

    [Fact]
    public void LogUpperTail_MirroredSkewness_AddsUpToOne() => Assert.Equal(
        1, Math.Exp(PearsonThree.LogUpperTail(0.7, 0.8)) + Math.Exp(PearsonThree.LogUpperTail(-0.7, -0.8)), 1e-12);
}
