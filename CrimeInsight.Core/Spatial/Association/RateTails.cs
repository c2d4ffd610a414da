namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Where each place stands among its replicas, and its most extreme ones. Places may be told of from several threads at once.</summary>
internal sealed class RateTails(int places, int draws)
{
    private const int Kept = ExtendedTail.EnoughDraws;

    private readonly int[] _below = new int[places];
    private readonly int[] _above = new int[places];

    // Of each place, the lowest of its lowest at the end; of the highest with the sign changed.
    private readonly double[] _lowest = Filled(places);
    private readonly double[] _highest = Filled(places);

    public void Add(int place, ReadOnlySpan<double> sums, double observed, double tolerance)
    {
        var lowest = _lowest.AsSpan(place * Kept, Kept);
        var highest = _highest.AsSpan(place * Kept, Kept);
        foreach (var sum in sums)
        {
            _below[place] += sum < observed - tolerance ? 1 : 0;
            _above[place] += sum > observed + tolerance ? 1 : 0;
            Keep(lowest, sum);
            Keep(highest, -sum);
        }
    }

    public double TwoSidedP(int place, double observed, SumMoments moments)
    {
        var counts = new TailCounts(_below[place], _above[place], draws);
        return draws < 2 * Kept
            ? counts.TwoSidedP
            : new ExtendedTail(draws, _lowest[place * Kept], -_highest[place * Kept], moments).TwoSidedP(counts, observed);
    }

    // In descending order, so that the first is the one to beat.
    private static void Keep(Span<double> lowest, double sum)
    {
        if (sum >= lowest[0])
            return;
        var i = 0;
        for (; i + 1 < lowest.Length && lowest[i + 1] > sum; i++)
            lowest[i] = lowest[i + 1];
        lowest[i] = sum;
    }

    private static double[] Filled(int places)
    {
        var values = new double[places * Kept];
        Array.Fill(values, double.PositiveInfinity);
        return values;
    }
}
