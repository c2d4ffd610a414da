namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// The combination of methods against one plain rule, paired over the series of a band of volume: both forecast from the
/// same earlier moments of each series. A series' difference is (a − p) / (a + p), a the combination's error and p the rule's,
/// as <see cref="MethodRecord.ComparedError"/> has them; every series weighs the same.
/// </summary>
/// <param name="Rule">Name of the plain rule that did best in the band.</param>
/// <param name="SeriesCount">Series compared.</param>
/// <param name="Difference">Mean of the series' differences, −1 … 1; above 0 the rule missed less.</param>
/// <param name="StandardError">Standard error of that mean over the series.</param>
public sealed record PlainComparison(string Rule, int SeriesCount, double Difference, double StandardError)
{
    /// <summary>The rule missed less by more than one standard error: it is shown in place of the combination.</summary>
    public bool IsRuleBetter => Difference > StandardError;

    /// <summary>By how much of the other's error the better of the two missed less, in percent.</summary>
    public double GainPercent => 200 * Math.Abs(Difference) / (1 + Math.Abs(Difference));
}
