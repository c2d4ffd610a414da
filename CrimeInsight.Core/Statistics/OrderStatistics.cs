using System.Diagnostics;

namespace CrimeInsight.Core.Statistics;

/// <summary>Order statistics without sorting everything.</summary>
internal static class OrderStatistics
{
    /// <summary>
    /// Sample quantiles by linear interpolation of order statistics at position (n − 1)·p (type 7 of Hyndman and Fan
    /// 1996, doi:10.1080/00031305.1996.10473566). Reorders the values; expected time n·log of the number of quantiles.
    /// </summary>
    /// <param name="values">At least one, finite.</param>
    /// <param name="probabilities">0 … 1, ascending.</param>
    public static void Quantiles(Span<double> values, ReadOnlySpan<double> probabilities, Span<double> quantiles)
    {
        Debug.Assert(values.Length > 0 && probabilities.Length == quantiles.Length);
        SelectRanks(values, 0, values.Length - 1, probabilities, values.Length);
        for (var k = 0; k < probabilities.Length; k++)
            quantiles[k] = Interpolate(values, (values.Length - 1) * probabilities[k]);
    }

    /// <summary>Puts the two order statistics around each quantile in place, the middle one first, each side within its part.</summary>
    private static void SelectRanks(Span<double> values, int first, int last, ReadOnlySpan<double> probabilities, int count)
    {
        if (probabilities.IsEmpty || first >= last)
            return;
        var middle = probabilities.Length / 2;
        var rank = Math.Clamp((int)((count - 1) * probabilities[middle]), first, last);
        Select(values[first..(last + 1)], rank - first);
        SelectRanks(values, first, rank - 1, probabilities[..middle], count);
        if (rank == last)
            return;
        BringLeastFirst(values[(rank + 1)..(last + 1)]);
        SelectRanks(values, rank + 2, last, probabilities[(middle + 1)..], count);
    }

    private static void BringLeastFirst(Span<double> values)
    {
        var least = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] < values[least])
                least = i;
        }

        (values[0], values[least]) = (values[least], values[0]);
    }

    private static double Interpolate(ReadOnlySpan<double> values, double position)
    {
        var rank = (int)position;
        return rank == values.Length - 1 ? values[rank] : values[rank] + (position - rank) * (values[rank + 1] - values[rank]);
    }

    /// <summary>
    /// Reorders so that the value of a rank (from 0) stands at its place, none greater before it and none less after.
    /// Reference: Hoare (1961), Algorithm 65: FIND, doi:10.1145/366622.366647; pivot: median of three.
    /// </summary>
    public static void Select(Span<double> values, int rank)
    {
        int first = 0, last = values.Length - 1;
        while (first < last)
        {
            var pivot = MedianOfThree(values[first], values[(first + last) / 2], values[last]);
            int low = first, high = last;
            while (low <= high)
            {
                while (values[low] < pivot)
                    low++;
                while (values[high] > pivot)
                    high--;
                if (low <= high)
                {
                    (values[low], values[high]) = (values[high], values[low]);
                    low++;
                    high--;
                }
            }

            if (rank <= high)
                last = high;
            else if (rank >= low)
                first = low;
            else
                return;
        }
    }

    private static double MedianOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
