namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>One festival with one window around its day, as a column of the regression.</summary>
internal sealed record EffectCandidate(string Key, int DaysBefore, int DaysAfter, double[] Column)
{
    /// <summary>Steps that have part of it.</summary>
    public int Occurrences { get; init; } = Column.Count(share => share > 0);
}
