namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>Differences of a series and their undoing.</summary>
internal static class Differences
{
    /// <summary>∇ᵈ∇ₘᴰ of the values; shorter by d + m·D.</summary>
    public static double[] Of(ReadOnlySpan<double> values, int plain, int seasonal, int seasonLength)
    {
        var result = values.ToArray();
        for (var i = 0; i < seasonal; i++)
            result = Once(result, seasonLength);
        for (var i = 0; i < plain; i++)
            result = Once(result, 1);
        return result;
    }

    /// <summary>δ₁ … of ∇ᵈ∇ₘᴰ = 1 − δ₁B − δ₂B² − …; empty without differences.</summary>
    public static double[] Weights(int plain, int seasonal, int seasonLength)
    {
        double[] polynomial = [1];
        for (var i = 0; i < seasonal; i++)
            polynomial = Times(polynomial, seasonLength);
        for (var i = 0; i < plain; i++)
            polynomial = Times(polynomial, 1);
        return [.. polynomial.Skip(1).Select(weight => -weight)];
    }

    private static double[] Once(double[] values, int lag)
    {
        if (values.Length <= lag)
            return [];
        var result = new double[values.Length - lag];
        for (var t = 0; t < result.Length; t++)
            result[t] = values[t + lag] - values[t];
        return result;
    }

    private static double[] Times(double[] polynomial, int lag)
    {
        var result = new double[polynomial.Length + lag];
        for (var i = 0; i < polynomial.Length; i++)
        {
            result[i] += polynomial[i];
            result[i + lag] -= polynomial[i];
        }

        return result;
    }
}
