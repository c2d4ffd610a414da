namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// The most likely window, then again and again the most likely of all windows that share no place with those chosen. A
/// centre is searched again only when its best window is next and overlaps: shorter lists only lower its best.
/// </summary>
internal static class ClusterChoice
{
    private const double Tie = 1e-9;

    public static List<Window> Choose(ScanProblem problem, ParallelOptions options)
    {
        var best = new Window[problem.Places];
        Parallel.For(0, best.Length, options, () => new CentreSearch(problem), (centre, _, search) =>
        {
            best[centre] = search.Best(centre, problem.Circles.Ends(centre).Length);
            return search;
        }, _ => { });
        var (chosen, taken, again) = (new List<Window>(), new bool[problem.Places], new CentreSearch(problem));
        while (chosen.Count < problem.Request.MostClusters)
        {
            var next = MostLikely(problem, best);
            if (next < 0)
                break;
            var free = FreeCircles(problem, next, taken);
            if (best[next].Circle >= free)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                best[next] = again.Best(next, free);
                continue;
            }

            chosen.Add(best[next]);
            foreach (var place in PlacesOf(problem, best[next]))
                taken[place] = true;
        }

        return chosen;
    }

    /// <summary>Nearest to the centre first.</summary>
    public static ReadOnlySpan<int> PlacesOf(ScanProblem problem, Window window) =>
        problem.Circles.Places(window.Centre)[..problem.Circles.Ends(window.Centre)[window.Circle]];

    /// <summary>Centre to furthest place.</summary>
    public static double RadiusOf(ScanProblem problem, Window window) => problem.Request.Places.Metres(window.Centre, PlacesOf(problem, window)[^1]);

    // Of equals the one with the smallest circle: the same places from another centre.
    private static int MostLikely(ScanProblem problem, Window[] best)
    {
        var next = -1;
        for (var centre = 0; centre < best.Length; centre++)
        {
            var (ratio, most) = (best[centre].Ratio, next < 0 ? 0 : best[next].Ratio);
            var tie = Tie * Math.Max(1, most);
            if (ratio > most + tie || (next >= 0 && ratio > most - tie && RadiusOf(problem, best[centre]) < RadiusOf(problem, best[next])))
                next = centre;
        }

        return next;
    }

    private static int FreeCircles(ScanProblem problem, int centre, bool[] taken)
    {
        var places = problem.Circles.Places(centre);
        var ends = problem.Circles.Ends(centre);
        var free = 0;
        foreach (var place in places)
        {
            if (taken[place])
                break;
            free++;
        }

        var circles = 0;
        while (circles < ends.Length && ends[circles] <= free)
            circles++;
        return circles;
    }
}
