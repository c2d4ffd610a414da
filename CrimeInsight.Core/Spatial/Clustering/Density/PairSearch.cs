using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>
/// Whether some point of one set is near some point of another. Both are halved along their longest axis, and halves that are
/// surely near or surely not are decided by their boxes, so that neither crowds nor points that coincide cost their product.
/// </summary>
internal sealed class PairSearch<TPlace>(TPlace[] places, int[] order, Reach reach)
    where TPlace : struct, IPlace<TPlace>
{
    private const int MostProduct = 256;

    private readonly Reach _reach = reach;

    /// <summary>Reorders the points within each of the ranges.</summary>
    public bool IsAnyNear(Range a, in Box<TPlace> boxA, Range b, in Box<TPlace> boxB)
    {
        if (!TPlace.MayBeNear(boxA, boxB, _reach))
            return false;
        if (TPlace.IsNearAll(boxA, boxB, _reach))
            return true;
        var (countA, countB) = (a.End.Value - a.Start.Value, b.End.Value - b.Start.Value);
        if (countA * (long)countB <= MostProduct)
            return IsAnyNearDirectly(a, b, boxB);
        return countA >= countB ? IsHalfNear(a, boxA, b, boxB) : IsHalfNear(b, boxB, a, boxA);
    }

    /// <summary>Halves the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsHalfNear(Range a, in Box<TPlace> boxA, Range b, in Box<TPlace> boxB)
    {
        var (axis, middle) = TPlace.Longest(boxA, _reach);
        var (low, high) = (a.Start.Value, a.End.Value);
        var next = low;
        for (var i = low; i < high; i++)
        {
            if (TPlace.Along(places[i], axis) >= middle)
                continue;
            (places[i], places[next]) = (places[next], places[i]);
            (order[i], order[next]) = (order[next], order[i]);
            next++;
        }

        // All at one place: those of the other set are not, or the boxes would have decided.
        if (next == low)
            return IsHalfNear(b, boxB, a, boxA);
        var (lowBox, highBox) = (Box<TPlace>.Around(places.AsSpan(low, next - low)), Box<TPlace>.Around(places.AsSpan(next, high - next)));
        return IsAnyNear(low..next, lowBox, b, boxB) || IsAnyNear(next..high, highBox, b, boxB);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsAnyNearDirectly(Range a, Range b, in Box<TPlace> boxB)
    {
        var others = places.AsSpan(b);
        foreach (ref readonly var place in places.AsSpan(a))
        {
            if (!TPlace.MayBeNear(place, boxB.Low, boxB.High, _reach))
                continue;
            foreach (ref readonly var other in others)
            {
                if (TPlace.IsNear(place, other, _reach))
                    return true;
            }
        }

        return false;
    }
}
