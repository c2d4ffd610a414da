using MathNet.Numerics;

namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Holds the newest months of places against their other months. Expected of place i in month t is Σ over s ≠ t of its cases, shared out as the
/// cases of the other places lie over the months, so that a season or a growing region is no finding; of these a place counts in a month at most
/// for twice its mean, so that one that is broken does not make the others look broken. Counts vary more than Poisson's: their
/// law is negative binomial with variance e + φe², φ being the median over the places of Σ((x − e)² − e) / Σe², at least zero, which a
/// few broken places cannot move. Months before a place's first case are not its own.
/// Reference: Cameron and Trivedi (2013), Regression Analysis of Count Data, 2nd ed., §3.3.
/// </summary>
internal sealed class MonthBreaks
{
    // As good as Poisson.
    private const double LeastDispersion = 1e-6;

    // Times its mean, as which a place counts at most.
    private const double MostOfMean = 2;

    private readonly long[][] _cases;
    private readonly double[] _all;
    private readonly double[] _caps;
    private readonly int[] _first;

    /// <param name="cases">By place, then month, the oldest first; of one length.</param>
    public MonthBreaks(long[][] cases)
    {
        _cases = cases;
        var months = cases.Length == 0 ? 0 : cases[0].Length;
        _caps = [.. cases.Select(place => MostOfMean * place.Sum() / Math.Max(months, 1))];
        _all = [.. Enumerable.Range(0, months).Select(month => Enumerable.Range(0, cases.Length).Sum(place => Capped(place, month)))];
        _first = [.. cases.Select(place => Math.Max(Array.FindIndex(place, count => count > 0), 0))];
        Dispersion = Math.Max(DispersionOf(), LeastDispersion);
    }

    /// <summary>φ.</summary>
    public double Dispersion { get; }

    /// <summary>Cases expected of a place in a month; null where its other months, fewer than twelve, say nothing.</summary>
    public double? Expected(int place, int month)
    {
        if (month < _first[place] || _all.Length - _first[place] <= 12)
            return null;
        double others = 0, total = 0;
        for (var other = _first[place]; other < _all.Length; other++)
        {
            if (other == month)
                continue;
            others += _cases[place][other];
            // Its own cases would hide what is wrong with them.
            total += _all[other] - Capped(place, other);
        }

        var rest = _all[month] - Capped(place, month);
        return total > 0 ? others * rest / total : others / (_all.Length - _first[place] - 1);
    }

    /// <summary>P(X ≤ x), or P(X ≥ x) where there are more than expected.</summary>
    public double P(long cases, double expected)
    {
        var size = 1 / Dispersion;
        var success = size / (size + expected);
        double Below(long count) => count < 0 ? 0 : Math.Clamp(SpecialFunctions.BetaRegularized(size, count + 1, success), 0, 1);
        return cases <= expected ? Below(cases) : 1 - Below(cases - 1);
    }

    private double Capped(int place, int month) => Math.Min(_cases[place][month], _caps[place]);

    private double DispersionOf()
    {
        var each = new List<double>();
        for (var place = 0; place < _cases.Length; place++)
        {
            double above = 0, squares = 0;
            for (var month = _first[place]; month < _all.Length; month++)
            {
                if (Expected(place, month) is not { } expected)
                    break;
                var apart = _cases[place][month] - expected;
                above += apart * apart - expected;
                squares += expected * expected;
            }

            if (squares > 0)
                each.Add(above / squares);
        }

        if (each.Count == 0)
            return 0;
        var median = new double[1];
        OrderStatistics.Quantiles([.. each], [0.5], median);
        return median[0];
    }
}
