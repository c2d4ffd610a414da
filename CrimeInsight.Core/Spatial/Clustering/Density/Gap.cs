using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>Lengths along one axis. None of the values is NaN, which lets comparisons replace the slower minimum and maximum.</summary>
internal static class Gap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Lower(double a, double b) => a < b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Higher(double a, double b) => a > b ? a : b;

    /// <summary>From a value to the nearest of an interval; 0 within it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Outside(double value, double low, double high) => value < low ? low - value : value > high ? value - high : 0;

    /// <summary>From a value to the farthest of an interval.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Farthest(double value, double low, double high) => Higher(value - low, high - value);

    /// <summary>Between the nearest of two intervals; 0 where they meet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Between(double low, double high, double otherLow, double otherHigh) => Higher(0, Higher(otherLow - high, low - otherHigh));

    /// <summary>Between the farthest of two intervals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Span(double low, double high, double otherLow, double otherHigh) => Higher(otherHigh - low, high - otherLow);

    /// <summary>Above the low end and at most the high one whenever the two differ.</summary>
    public static double Middle(double low, double high)
    {
        var middle = low + (high - low) / 2;
        return middle > low ? middle : high;
    }
}
