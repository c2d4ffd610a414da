using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class MultipleTestingTests
{
    // R 4.2: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.5), "BH")
    [Fact]
    public void BenjaminiHochberg_FiveValues_EqualsR()
    {
        double[] expected = [0.05, 0.05, 0.05, 0.05, 0.5];
        Assert.Equal(expected, MultipleTesting.BenjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.5]), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void BenjaminiHochberg_Shuffled_FollowsItsInput()
    {
        double[] p = [0.9, 0.001, 0.2, 0.04];
        var forward = MultipleTesting.BenjaminiHochberg(p);
        Array.Reverse(p);
        var backward = MultipleTesting.BenjaminiHochberg(p);
        Array.Reverse(backward);
        Assert.Equal(forward, backward);
        Assert.All(forward.Zip([0.9, 0.001, 0.2, 0.04]), pair => Assert.True(pair.First >= pair.Second));
    }

    [Fact]
    public void BenjaminiHochberg_NotANumber_IsRefusedByName()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => MultipleTesting.BenjaminiHochberg([0.1, double.NaN]));
        Assert.Contains("finite", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BenjaminiHochberg_SomeAreNoTests_CorrectsTheOthersAmongThemselves() =>
        Assert.Equal([0.03, 1, 0.02, 1], MultipleTesting.BenjaminiHochberg([0.03, 0.001, 0.01, 0.5], [true, false, true, false]));
}
