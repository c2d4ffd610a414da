namespace CrimeInsight.Benchmarks;

/// <summary>How often what came lay inside the 95 % intervals of series of like volume.</summary>
/// <param name="From">Least mean of the last year known, inclusive.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Percent">Of what came.</param>
internal sealed record BandCoverage(double From, double Until, int Series, double Percent)
{
    /// <summary>Counts below ten are discrete: intervals that hold cover more than they say.</summary>
    public (double Least, double Most) Target => Until <= 10 ? (95, 99) : (93, 97);
}
