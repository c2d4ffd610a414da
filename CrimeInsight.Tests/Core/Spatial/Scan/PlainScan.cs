using CrimeInsight.Core.Spatial.Scan;


namespace CrimeInsight.Tests.Core.Spatial.Scan;

/// <summary>Tries every window from its definition, without any list, sum or bound kept: the measure for the fast search.</summary>
internal static class PlainScan
{
    /// <param name="cases">Place after place; may be a replica.</param>
    public static (double Ratio, HashSet<int> Places, int From, int Until) Best(
        ScanRequest request, IReadOnlyList<int> cases, double[] expected, int periods, int maxDuration)
    {
        var (best, bestPlaces, bestFrom, bestUntil) = (0.0, new HashSet<int>(), 0, 0);
        var all = expected.Sum();
        for (var centre = 0; centre < request.Places.Count; centre++)
        {
            foreach (var radius in Enumerable.Range(0, request.Places.Count).Select(place => request.Places.Metres(centre, place)).Distinct())
            {
                var inside = Enumerable.Range(0, request.Places.Count).Where(place => request.Places.Metres(centre, place) <= radius * (1 + 1e-12)).ToHashSet();
                if (inside.Sum(place => expected[(place * periods)..((place + 1) * periods)].Sum()) > request.MaxShare * all * (1 + 1e-12))
                    continue;
                for (var from = 0; from < periods; from++)
                    for (var until = from + 1; until <= Math.Min(periods, from + maxDuration); until++)
                    {
                        if (request.Span == ScanSpan.Prospective && until < periods)
                            continue;
                        double c = 0, e = 0;
                        foreach (var place in inside)
                            for (var period = from; period < until; period++)
                                (c, e) = (c + cases[place * periods + period], e + expected[place * periods + period]);
                        if (c < request.LeastCases || c <= e)
                            continue;
                        var ratio = c * Math.Log(c / e) + (c < all ? (all - c) * Math.Log((all - c) / (all - e)) : 0);
                        if (ratio > best + 1e-9)
                            (best, bestPlaces, bestFrom, bestUntil) = (ratio, inside, from, until);
                    }
            }
        }

        return (best, bestPlaces, bestFrom, bestUntil);
    }
}
