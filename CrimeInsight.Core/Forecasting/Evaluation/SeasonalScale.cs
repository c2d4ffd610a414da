namespace CrimeInsight.Core.Forecasting.Evaluation;

/// <summary>
/// What repeating last year would have cost within a history: the unit of scaled errors.
/// </summary>
/// <param name="Absolute">Mean |y(t) − y(t−m)|.</param>
/// <param name="Squared">Mean (y(t) − y(t−m))².</param>
internal readonly record struct SeasonalScale(double Absolute, double Squared)
{
    /// <summary>False when last year was repeated exactly (a quiet series): errors cannot be scaled.</summary>
    public bool IsUsable => Absolute > 0;

    /// <param name="history">Longer than the season.</param>
    public static SeasonalScale Of(ReadOnlySpan<double> history, int seasonLength)
    {
        double absolute = 0, squared = 0;
        for (var t = seasonLength; t < history.Length; t++)
        {
            var change = history[t] - history[t - seasonLength];
            absolute += Math.Abs(change);
            squared += change * change;
        }

        var count = Math.Max(1, history.Length - seasonLength);
        return new SeasonalScale(absolute / count, squared / count);
    }
}
