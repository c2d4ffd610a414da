using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Spatial.Weights;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Corrects p-values for the number of places and says what each place is.</summary>
internal static class LocalVerdict
{
    /// <param name="own">Of each place, its own value less what is expected: a place below is never hot, one above never cold.</param>
    /// <param name="lags">The sum over its neighbours, less what is expected.</param>
    /// <param name="whyNot">Why a place is no finding whatever its p; null: it may be one.</param>
    public static LocalReport Of(
        LocalRequest request, SpatialWeights weights, int permutations, double[] statistic, double[] z, double[] normal, double[] simulated, double[] own,
        double[] lags, LocalClass?[] whyNot)
    {
        bool[] isTested = Array.ConvertAll(whyNot, why => why is null or LocalClass.NotSignificant);
        var basis = request.Basis == DiscoveryBasis.Normal ? normal : simulated;
        var corrected = MultipleTesting.BenjaminiHochberg(basis, isTested);
        LocalClass ClassAt(int place, double p) =>
            whyNot[place] ?? (
            p > request.Level ? LocalClass.NotSignificant
            : request.Method == LocalMethod.Moran ? Quadrant(own[place] > 0, lags[place] > 0)
            : z[place] > 0 && own[place] > 0 ? LocalClass.Hot
            : z[place] < 0 && own[place] < 0 ? LocalClass.Cold
            : LocalClass.NotSignificant);
        int[] places = [.. Enumerable.Range(0, z.Length)];
        int[] tested = [.. places.Where(place => isTested[place])];
        return new LocalReport(
            request,
            weights.Source,
            permutations,
            Wrap(statistic),
            Wrap(z),
            Wrap(normal),
            Wrap(simulated),
            Wrap(corrected),
            [.. places.Select(place => ClassAt(place, corrected[place]))],
            tested.Count(place => basis[place] <= request.Level),
            tested.Count(place => corrected[place] <= request.Level),
            [.. places.Where(place => !isTested[place])])
        {
            Before = [.. places.Select(place => ClassAt(place, basis[place]))],
        };
    }

    private static LocalClass Quadrant(bool isHigh, bool isAmongHigh) => (isHigh, isAmongHigh) switch
    {
        (true, true) => LocalClass.HighHigh,
        (true, false) => LocalClass.HighLow,
        (false, true) => LocalClass.LowHigh,
        (false, false) => LocalClass.LowLow,
    };

    private static ImmutableArray<T> Wrap<T>(T[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
}
