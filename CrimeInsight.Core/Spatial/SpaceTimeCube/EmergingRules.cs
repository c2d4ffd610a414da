namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>The classes of Emerging Hot Spot Analysis, as Esri documents them for ArcGIS Pro.</summary>
internal static class EmergingRules
{
    /// <summary>Share of the steps from which on a place is nearly always hot or cold.</summary>
    public const double NearlyAlways = 0.9;

    /// <param name="states">Oldest first, at least one.</param>
    /// <param name="trend">1: Gi* rises significantly; −1: it falls; 0: neither.</param>
    public static EmergingClass Classify(ReadOnlySpan<BinState> states, int trend)
    {
        var last = states[^1];
        // What a place is now comes before what it was.
        if (last != BinState.None)
            return Of(states, last, trend);
        return IsNearlyAlways(states, BinState.Hot) ? EmergingClass.HistoricalHot
            : IsNearlyAlways(states, BinState.Cold) ? EmergingClass.HistoricalCold
            : EmergingClass.None;
    }

    /// <summary>Steps at the end with the same state as the last.</summary>
    public static int FinalRun(ReadOnlySpan<BinState> states)
    {
        var before = states.LastIndexOfAnyExcept(states[^1]);
        return states.Length - 1 - before;
    }

    private static EmergingClass Of(ReadOnlySpan<BinState> states, BinState now, int trend)
    {
        var isHot = now == BinState.Hot;
        if (IsNearlyAlways(states, now))
        {
            // A cold place becomes more so when Gi* falls.
            return (isHot ? trend : -trend) switch
            {
                1 => isHot ? EmergingClass.IntensifyingHot : EmergingClass.IntensifyingCold,
                -1 => isHot ? EmergingClass.DiminishingHot : EmergingClass.DiminishingCold,
                _ => isHot ? EmergingClass.PersistentHot : EmergingClass.PersistentCold,
            };
        }

        var run = FinalRun(states);
        var before = states[..^run];
        if (!before.Contains(now))
        {
            return run == 1
                ? isHot ? EmergingClass.NewHot : EmergingClass.NewCold
                : isHot ? EmergingClass.ConsecutiveHot : EmergingClass.ConsecutiveCold;
        }

        return before.Contains(isHot ? BinState.Cold : BinState.Hot)
            ? isHot ? EmergingClass.OscillatingHot : EmergingClass.OscillatingCold
            : isHot ? EmergingClass.SporadicHot : EmergingClass.SporadicCold;
    }

    private static bool IsNearlyAlways(ReadOnlySpan<BinState> states, BinState state) => states.Count(state) >= NearlyAlways * states.Length - 1e-9;
}
