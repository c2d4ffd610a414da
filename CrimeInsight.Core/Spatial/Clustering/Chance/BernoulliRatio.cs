namespace CrimeInsight.Core.Spatial.Clustering.Chance;

/// <summary>
/// Log likelihood ratio of a larger share of cases inside than outside, of the Bernoulli model: Kulldorff (1997), section 3,
/// doi:10.1080/03610929708831995.
/// </summary>
internal static class BernoulliRatio
{
    /// <param name="cases">Inside, at most <paramref name="population"/>.</param>
    /// <param name="population">Cases and others inside.</param>
    /// <returns>0 unless the share inside is larger than that outside.</returns>
    public static double Of(double cases, double population, double allCases, double allPopulation)
    {
        if (cases * allPopulation <= allCases * population)
            return 0;
        return Part(cases, population) + Part(allCases - cases, allPopulation - population) - Part(allCases, allPopulation);
    }

    private static double Part(double cases, double population) => Entropy(cases, population) + Entropy(population - cases, population);

    private static double Entropy(double some, double all) => some > 0 ? some * Math.Log(some / all) : 0;
}
