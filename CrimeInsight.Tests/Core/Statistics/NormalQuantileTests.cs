using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class NormalQuantileTests
{
    /// <summary>Published values: Wichura (1988), and the usual table.</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    [InlineData(0.975, 1.959963984540054)]
    public void Quantile_PublishedValues_AreMet(double probability, double expected) =>
        Assert.Equal(expected, Normal.Quantile(probability), 1e-12 * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(0.4999)]
    public void Quantile_MirroredProbability_MirrorsAndInvertsTheTail(double probability)
    {
        Assert.Equal(-Normal.Quantile(1 - probability), Normal.Quantile(probability), 1e-12);
        Assert.Equal(probability, Normal.UpperTail(-Normal.Quantile(probability)), 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Quantile_OutsideTheUnitInterval_NamesTheParameter(double probability) =>
        Assert.Equal("probability", Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(probability)).ParamName);
}
