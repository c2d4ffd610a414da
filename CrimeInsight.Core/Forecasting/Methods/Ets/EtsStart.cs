namespace CrimeInsight.Core.Forecasting.Methods.Ets;

/// <summary>
/// First guesses for the optimiser. Seasons: mean deviation from (or ratio to) a centred yearly moving average over
/// the first three years; level and trend: a straight line through the first season, seasonally adjusted.
/// Reference: Hyndman et al. (2008), §2.6.1.
/// </summary>
internal static class EtsStart
{
    private const int SeasonsUsed = 3;
    private const double LeastFactor = 0.05;

    /// <summary>Smoothing starts (α, share of β, share of γ, φ): slow, usual, and quick to follow.</summary>
    public static IReadOnlyList<(double Alpha, double BetaShare, double GammaShare, double Phi)> Smoothing { get; } =
    [
        (0.3, 0.05, 0.05, 0.95),
        (0.05, 0.3, 0.02, 0.97),
        (0.8, 0.02, 0.02, 0.9),
        (0.3, 0.05, 0.6, 0.95),
        (0.7, 0.9, 0.05, 0.85),
    ];

    /// <summary>Writes a starting point: smoothing parameters of a start and initial states from the data.</summary>
    public static void Fill(EtsLayout layout, ReadOnlySpan<double> series, int start, Span<double> point)
    {
        var smoothing = Smoothing[start];
        point[0] = smoothing.Alpha;
        if (layout.Beta >= 0)
            point[layout.Beta] = smoothing.BetaShare;
        if (layout.Gamma >= 0)
            point[layout.Gamma] = smoothing.GammaShare;
        if (layout.Phi >= 0)
            point[layout.Phi] = smoothing.Phi;
        Span<double> season = stackalloc double[layout.SeasonLength];
        season.Clear();
        if (layout.Season >= 0)
        {
            FillSeason(layout, series, season);
            season[..^1].CopyTo(point[layout.Season..]);
        }

        FillLine(layout, series, season, point);
    }

    /// <summary>Flattens a start whose line runs below zero: no trend, level at the mean.</summary>
    public static void Flatten(EtsLayout layout, ReadOnlySpan<double> series, Span<double> point)
    {
        if (layout.Trend >= 0)
            point[layout.Trend] = 0;
        var sum = 0.0;
        foreach (var value in series)
            sum += value;
        point[layout.Level] = sum / series.Length;
    }

    private static void FillSeason(EtsLayout layout, ReadOnlySpan<double> series, Span<double> season)
    {
        var length = layout.SeasonLength;
        var ratio = layout.Form.Season == EtsSeason.Multiplicative;
        Span<int> counts = stackalloc int[length];
        counts.Clear();
        var until = Math.Min(series.Length, SeasonsUsed * length) - length / 2;
        for (var t = length / 2; t < until; t++)
        {
            var average = CentredAverage(series, t, length);
            season[t % length] += ratio ? series[t] / average : series[t] - average;
            counts[t % length]++;
        }

        var sum = 0.0;
        for (var slot = 0; slot < length; slot++)
        {
            season[slot] = counts[slot] == 0 ? layout.SeasonSum / length : season[slot] / counts[slot];
            if (ratio)
                season[slot] = Math.Max(season[slot], LeastFactor);
            sum += season[slot];
        }

        foreach (ref var value in season)
            value = ratio ? value * length / sum : value - sum / length;
    }

    private static double CentredAverage(ReadOnlySpan<double> series, int t, int length)
    {
        var half = length / 2;
        var sum = 0.0;
        for (var i = t - half + (1 - length % 2); i <= t + half - (1 - length % 2); i++)
            sum += series[i];
        if (length % 2 == 0)
            sum += (series[t - half] + series[Math.Min(t + half, series.Length - 1)]) / 2;
        return sum / length;
    }

    private static void FillLine(EtsLayout layout, ReadOnlySpan<double> series, ReadOnlySpan<double> season, Span<double> point)
    {
        var count = Math.Min(series.Length, Math.Max(10, layout.SeasonLength));
        double sum = 0, moment = 0;
        for (var t = 0; t < count; t++)
        {
            var adjusted = layout.Form.Season == EtsSeason.Multiplicative ? series[t] / season[t % season.Length] : series[t] - season[t % season.Length];
            sum += adjusted;
            moment += (t - (count - 1) / 2.0) * adjusted;
        }

        var slope = layout.Trend < 0 ? 0 : moment / (count * (count * (double)count - 1) / 12);
        point[layout.Level] = sum / count - slope * (count + 1) / 2.0;
        if (layout.Trend >= 0)
            point[layout.Trend] = slope;
    }
}
