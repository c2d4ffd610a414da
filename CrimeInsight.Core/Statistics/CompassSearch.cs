namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Minimum of a function over a box without derivatives: each parameter is tried a step up and down, and the steps are
/// halved when none helps. For a few parameters and cheap functions. Deterministic.
/// Reference: Kolda, Lewis and Torczon (2003), Optimization by direct search, doi:10.1137/S003614450242889.
/// </summary>
internal static class CompassSearch
{
    private const int MostRounds = 200;

    /// <param name="point">Start; the minimum on return.</param>
    /// <param name="lower">Of each parameter.</param>
    /// <param name="upper">Of each parameter.</param>
    /// <param name="firstStep">As a share of the box.</param>
    /// <param name="lastStep">Search ends below this share.</param>
    /// <returns>The least value.</returns>
    public static double Minimise<TFunction>(
        TFunction function, Span<double> point, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, double firstStep, double lastStep)
        where TFunction : IPointFunction
    {
        var least = function.At(point);
        var step = firstStep;
        for (var round = 0; round < MostRounds && step > lastStep; round++)
        {
            var before = least;
            for (var j = 0; j < point.Length; j++)
            {
                for (var direction = -1; direction <= 1; direction += 2)
                {
                    var kept = point[j];
                    point[j] = Math.Clamp(kept + direction * step * (upper[j] - lower[j]), lower[j], upper[j]);
                    var value = point[j] == kept ? double.PositiveInfinity : function.At(point);
                    if (value < least)
                        least = value;
                    else
                        point[j] = kept;
                }
            }

            if (least >= before)
                step /= 2;
        }

        return least;
    }
}
