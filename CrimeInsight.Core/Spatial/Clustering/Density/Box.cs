using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>The smallest box around some points, edges included.</summary>
internal readonly record struct Box<TPlace>(TPlace Low, TPlace High)
    where TPlace : struct, IPlace<TPlace>
{
    /// <param name="places">At least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Box<TPlace> Around(ReadOnlySpan<TPlace> places)
    {
        var (low, high) = (places[0], places[0]);
        for (var i = 1; i < places.Length; i++)
            (low, high) = (TPlace.Lower(low, places[i]), TPlace.Higher(high, places[i]));
        return new Box<TPlace>(low, high);
    }
}
