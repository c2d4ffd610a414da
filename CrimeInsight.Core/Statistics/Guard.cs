using System.Globalization;
using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Statistics;

/// <summary>Argument checks whose messages name the value, the allowed range and the remedy. Finiteness always comes first.</summary>
internal static class Guard
{
    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(
                name, value, $"{name} must be a finite number; got {value.ToString(CultureInfo.InvariantCulture)}. Remove or fill the missing value.");
    }

    public static void Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        Finite(value, name);
        if (value < low || value > high)
            throw new ArgumentOutOfRangeException(
                name, value, string.Create(CultureInfo.InvariantCulture, $"{name} must lie in [{low}, {high}]; got {value}."));
    }

    /// <summary>Refuses a list that holds NaN or an infinity; the message names the position, counted from 0.</summary>
    public static void AllFinite(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        for (var i = 0; i < values.Length; i++)
            Finite(values[i], string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"));
    }
}
