using System.Globalization;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>
/// Counts under equal risk: of all C cases each place expects e = C·nᵢ/Σn in proportion to its population n. Counts vary with
/// variance e + φe², φ being how much risks differ from place to place for reasons that no neighbourhood shares (0: Poisson).
/// </summary>
/// <remarks>
/// φ solves Σ (c − e)²/(e + φe²) = places − 1 (Paule and Mandel 1982, doi:10.6028/jres.087.022), 0 where the counts vary no more than Poisson.
/// The residual (c − e)/√(e + φe²) is then the empirical-Bayes index (p − b)/√(a + b/n) of Assunção and Reis (1999),
/// doi:10.1002/(SICI)1097-0258(19990830)18:16&lt;2147::AID-SIM179&gt;3.0.CO;2-I, with b = C/Σn and a = φb².
/// </remarks>
internal sealed class RateModel
{
    private const double MostDispersion = 1e6;
    private const int Halvings = 80;

    /// <param name="population">At least one above 0.</param>
    public RateModel(ReadOnlySpan<double> cases, ReadOnlySpan<double> population)
    {
        var people = 0.0;
        for (var i = 0; i < cases.Length; i++)
        {
            Total += (int)cases[i];
            people += population[i];
        }

        (Expected, Deviations, Scales, Variances, Thirds) = (
            new double[cases.Length], new double[cases.Length], new double[cases.Length], new double[cases.Length], new double[cases.Length]);
        for (var i = 0; i < cases.Length; i++)
        {
            Expected[i] = Total * (population[i] / people);
            Deviations[i] = cases[i] - Expected[i];
            AtRisk += Expected[i] > 0 ? 1 : 0;
        }

        Dispersion = Solve();
        for (var i = 0; i < cases.Length; i++)
        {
            var excess = 1 + Dispersion * Expected[i];
            Variances[i] = Expected[i] * excess;
            Thirds[i] = Variances[i] * (1 + 2 * Dispersion * Expected[i]);
            Scales[i] = Expected[i] > 0 ? 1 / Math.Sqrt(Variances[i]) : 0;
        }
    }

    /// <summary>All cases.</summary>
    public int Total { get; }

    /// <summary>Places where somebody is at risk.</summary>
    public int AtRisk { get; }

    /// <summary>φ.</summary>
    public double Dispersion { get; }

    public double[] Expected { get; }

    /// <summary>Cases less expected.</summary>
    public double[] Deviations { get; }

    /// <summary>What a deviation is multiplied by to have variance 1; 0 where nobody is at risk.</summary>
    public double[] Scales { get; }

    public double[] Variances { get; }

    /// <summary>Third cumulants, e(1 + φe)(1 + 2φe): of the negative binomial law.</summary>
    public double[] Thirds { get; }

    /// <exception cref="ArgumentException">Not one pair of numbers for each place, or not counts of cases among people; the message names the
    /// position.</exception>
    public static void Check(ReadOnlySpan<double> cases, ReadOnlySpan<double> population, int places)
    {
        if (cases.Length != places || population.Length != places)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture,
                    $"There are {cases.Length} numbers of cases and {population.Length} of population for {places} places; give one of each for each place."));
        var (total, people) = (0.0, 0.0);
        for (var i = 0; i < places; i++)
        {
            if (!(cases[i] >= 0 && cases[i] <= int.MaxValue && cases[i] == Math.Floor(cases[i])))
                throw new ArgumentOutOfRangeException(nameof(cases),
                    string.Create(CultureInfo.InvariantCulture, $"cases[{i}] is {cases[i]}; cases are whole numbers from 0 to {int.MaxValue}."));
            if (!(population[i] >= 0 && population[i] <= PlaceValues.MostValue))
                throw new ArgumentOutOfRangeException(nameof(population),
                    string.Create(CultureInfo.InvariantCulture, $"population[{i}] is {population[i]}; it must be a number from 0 to {PlaceValues.MostValue}."));
            if (cases[i] > 0 && population[i] == 0)
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture, $"cases[{i}] is {cases[i]} where the population is 0; correct one of the two or leave the place out."),
                        nameof(population));
            (total, people) = (total + cases[i], people + population[i]);
        }

        if (total > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(cases),
                string.Create(CultureInfo.InvariantCulture,
                    $"The cases add up to {total}; at most {int.MaxValue} can be compared. Take a shorter time or fewer places."));
        if (people <= 0)
            throw new ArgumentException("The population is 0 everywhere; give the people, or the cases, that each place is compared with.", nameof(population));
    }

    private double Solve()
    {
        if (Excess(0) <= 0)
            return 0;
        var (low, high) = (0.0, 1.0);
        while (high < MostDispersion && Excess(high) > 0)
            (low, high) = (high, 2 * high);
        for (var i = 0; i < Halvings && high - low > 1e-12 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Excess(middle) > 0 ? (middle, high) : (low, middle);
        }

        return high;
    }

    private double Excess(double dispersion)
    {
        var sum = 1.0 - AtRisk;
        for (var i = 0; i < Expected.Length; i++)
        {
            if (Expected[i] > 0)
                sum += Deviations[i] * Deviations[i] / (Expected[i] * (1 + dispersion * Expected[i]));
        }

        return sum;
    }
}
