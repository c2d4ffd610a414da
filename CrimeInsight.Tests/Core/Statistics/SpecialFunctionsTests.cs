using System.Globalization;
using CrimeInsight.Core.Statistics;
using MathNet.Numerics;

namespace CrimeInsight.Tests.Core.Statistics;

/// <summary>What the library has and what is our own, against exact values: an update of either must not cost digits.</summary>
public sealed class SpecialFunctionsTests
{
    private static readonly ILookup<string, (double[] Arguments, double Value)> s_rows = Read()
        .ToLookup(row => row.Function, row => (row.Arguments, row.Value));

    /// <summary>Function, relative tolerance, and the absolute one that a value near zero is held to.</summary>
    public static TheoryData<string, double, double> Functions => new()
    {
        { "normal-tail", 1e-12, 0 },
        { "normal-quantile", 1e-15, 0 },
        { "log-gamma", 1e-13, 1e-14 },
        { "log-factorial", 2e-15, 0 },
        { "gamma-lower", 1e-9, 0 },
        { "gamma-quantile", 1e-11, 0 },
        { "log-gamma-upper", 1e-9, 1e-10 },
        { "log-gamma-lower", 1e-9, 1e-10 },
        { "t-two-sided", 1e-11, 1e-6 },
        { "f-upper", 1e-11, 1e-12 },
        { "t-quantile", 1e-11, 0 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_ExactValues_AreMet(string function, double relative, double absolute)
    {
        Assert.NotEmpty(s_rows[function]);
        Assert.All(s_rows[function], row =>
            Assert.Equal(row.Value, Of(function, row.Arguments), Math.Max(absolute, relative * Math.Abs(row.Value)) + double.Epsilon));
    }

    [Fact]
    public void Function_PerturbedArgument_MissesTheValue() => Assert.All(s_rows["normal-tail"].Where(row => row.Arguments[0] > 0.5), row =>
        Assert.NotEqual(row.Value, Of("normal-tail", [row.Arguments[0] * (1 + 1e-9)]), 1e-12 * row.Value));

    private static double Of(string function, double[] x) => function switch
    {
        "normal-tail" => Normal.UpperTail(x[0]),
        "normal-quantile" => Normal.Quantile(x[0]),
        "log-gamma" => SpecialFunctions.GammaLn(x[0]),
        "log-factorial" => LogFactorial.Of((int)x[0]),
        "gamma-lower" => SpecialFunctions.GammaLowerRegularized(x[0], x[1]),
        "gamma-quantile" => SpecialFunctions.GammaLowerRegularizedInv(x[0], x[1]),
        "log-gamma-upper" => PearsonThree.LogUpperGamma(x[0], x[1]),
        "log-gamma-lower" => PearsonThree.LogLowerGamma(x[0], x[1]),
        "t-two-sided" => StudentT.TwoSidedP(x[0], x[1]),
        "f-upper" => StudentT.FisherUpperTail(x[0], x[1], x[2]),
        "t-quantile" => StudentT.TwoSidedQuantile(x[0], x[1]),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "No such function."),
    };

    private static IEnumerable<(string Function, double[] Arguments, double Value)> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "Statistics", "special-functions.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells =>
            (cells[0], cells[1].Split(';').Select(Number).ToArray(), Number(cells[2])));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
