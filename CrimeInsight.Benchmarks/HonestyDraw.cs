namespace CrimeInsight.Benchmarks;

/// <summary>Random numbers of simulated data.</summary>
internal static class HonestyDraw
{
    private const double ManyCases = 30;

    /// <summary>Scale 1. Reference: Marsaglia and Tsang (2000), doi:10.1145/358407.358414.</summary>
    public static double Gamma(double shape, Random random)
    {
        if (shape < 1)
            return Gamma(shape + 1, random) * Math.Pow(random.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        while (true)
        {
            var z = Normal(random);
            var v = Math.Pow(1 + z / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < 0.5 * z * z + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }

    /// <summary>By multiplying uniform numbers; of a large mean as the sum of two halves.</summary>
    public static int Poisson(double mean, Random random)
    {
        if (mean > ManyCases)
            return Poisson(mean / 2, random) + Poisson(mean / 2, random);
        var (count, product, least) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > least; count++)
            product *= random.NextDouble();
        return count;
    }

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
