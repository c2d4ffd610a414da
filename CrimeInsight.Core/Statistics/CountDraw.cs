namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Random counts by inversion outwards from the mode: exact, in a number of steps that grows with the standard deviation.
/// Reference: Kachitvichyanukul and Schmeiser (1985), doi:10.1080/00949658508810839, algorithm HIN with the mode as start.
/// </summary>
internal static class CountDraw
{
    /// <summary>Successes among <paramref name="trials"/> independent trials.</summary>
    /// <param name="probability">0 … 1.</param>
    public static int Binomial(int trials, double probability, ref ReplicaRandom random)
    {
        if (trials == 0 || probability <= 0)
            return 0;
        if (probability >= 1)
            return trials;
        var mode = Math.Min(trials, (int)((trials + 1.0) * probability));
        var odds = probability / (1 - probability);
        var atMode = Math.Exp(LogFactorial.Of(trials) - LogFactorial.Of(mode) - LogFactorial.Of(trials - mode)
            + mode * Math.Log(probability) + (trials - mode) * Math.Log(1 - probability));
        var left = random.NextUnit() - atMode;
        var (up, down, above, below) = (mode, mode, atMode, atMode);
        while (left >= 0 && (up < trials || down > 0))
        {
            if (up < trials)
            {
                above *= odds * (trials - up) / (up + 1.0);
                up++;
                left -= above;
                if (left < 0)
                    return up;
            }

            if (down > 0)
            {
                below *= down / (odds * (trials - down + 1.0));
                down--;
                left -= below;
                if (left < 0)
                    return down;
            }
        }

        return mode;
    }

    /// <summary>
    /// Successes among <paramref name="draws"/> items taken without putting back from <paramref name="total"/> of which <paramref name="successes"/> are
    /// successes.
    /// </summary>
    public static int Hypergeometric(int total, int successes, int draws, ref ReplicaRandom random)
    {
        var (least, most) = (Math.Max(0, draws - (total - successes)), Math.Min(draws, successes));
        if (least == most)
            return least;
        var mode = Math.Clamp((int)((draws + 1.0) * (successes + 1.0) / (total + 2.0)), least, most);
        var others = total - successes - draws;
        var atMode = Math.Exp(LogFactorial.Of(successes) - LogFactorial.Of(mode) - LogFactorial.Of(successes - mode)
            + LogFactorial.Of(total - successes) - LogFactorial.Of(draws - mode) - LogFactorial.Of(others + mode)
            - LogFactorial.Of(total) + LogFactorial.Of(draws) + LogFactorial.Of(total - draws));
        var left = random.NextUnit() - atMode;
        var (up, down, above, below) = (mode, mode, atMode, atMode);
        while (left >= 0 && (up < most || down > least))
        {
            if (up < most)
            {
                above *= (double)(successes - up) * (draws - up) / ((up + 1.0) * (others + up + 1.0));
                up++;
                left -= above;
                if (left < 0)
                    return up;
            }

            if (down > least)
            {
                below *= down * (double)(others + down) / ((successes - down + 1.0) * (draws - down + 1.0));
                down--;
                left -= below;
                if (left < 0)
                    return down;
            }
        }

        return mode;
    }
}
