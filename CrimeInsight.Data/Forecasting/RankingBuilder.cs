using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Data.Forecasting;

/// <summary>
/// Ranks places by what is expected next. Known figures beside each other can be subtracted from their total: where one
/// place alone is withheld, the next smallest one's known figures are withheld with it, as in tables of queries.
/// </summary>
internal static class RankingBuilder
{
    private const int MonthsPerYear = 12;
    private const int WeeksPerYear = 52;
    private const int IntervalBand = 1;

    public static ForecastRanking Build(JurisdictionTree places, IReadOnlyList<StoredForecastRow> rows, SeriesStep step)
    {
        if (rows.Count == 0)
            return new ForecastRanking(null, [], false, 0);
        var season = step == SeriesStep.Month ? MonthsPerYear : WeeksPerYear;
        var withheld = rows.Count(row => row.Obstacle == (short)ForecastObstacle.Suppressed);
        var silenced = withheld == 1 ? rows.Where(row => row.History is not null).MinBy(row => row.Counts.TakeLast(season).Sum()) : null;
        var ranks = rows.Select(row => RankOf(places.AtOrdinal(row.Ordinal)!, row, season, row == silenced));
        return new ForecastRanking(
            NextFrom(rows, step),
            [.. ranks.OrderBy(rank => rank.Obstacle is not null).ThenByDescending(rank => rank.Expected)
                .ThenBy(rank => rank.JurisdictionCode, StringComparer.Ordinal)],
            withheld > 0,
            rows.Min(row => row.DataVersion))
        {
            ComputedAt = new DateTimeOffset(rows.Min(row => row.ComputedAt), TimeSpan.Zero),
        };
    }

    private static DateOnly? NextFrom(IReadOnlyList<StoredForecastRow> rows, SeriesStep step)
    {
        if (rows.FirstOrDefault(row => row.History is not null) is not { } known)
            return null;
        var length = known.Counts.Length;
        return step == SeriesStep.Month ? known.HistoryFrom.AddMonths(length) : known.HistoryFrom.AddDays(7 * length);
    }

    private static ForecastRank RankOf(Jurisdiction place, StoredForecastRow row, int season, bool isSilenced)
    {
        if (row.Obstacle is { } obstacle)
            return new ForecastRank(place.Code, (ForecastObstacle)obstacle, null, null, null, null, null, null, null);
        var counts = row.Counts;
        double expected = row.Mean![0];
        var bands = row.Bands;
        var distribution = new PredictiveDistribution(bands, 0);
        double? lastYear = isSilenced || counts.Length < season ? null : counts[^season];
        double? recent = isSilenced || counts.Length < season ? null : counts.TakeLast(season).Average();
        return new ForecastRank(
            place.Code, null, expected, bands[IntervalBand].Lower[0], bands[IntervalBand].Upper[0], lastYear, recent,
            ChangeFrom(lastYear, expected, distribution), ChangeFrom(recent, expected, distribution));
    }

    private static ExpectedChange? ChangeFrom(double? known, double expected, PredictiveDistribution distribution) => known is not { } figure
        ? null
        : new ExpectedChange(expected - figure, figure > 0 ? (expected - figure) / figure * 100 : null, distribution.ProbabilityOfMoreThan(figure));
}
