namespace CrimeInsight.Core.OfficialFigures;

/// <summary>What the states of a year come to beside the printed total of the country.</summary>
/// <param name="Summed">Of the states; null: not of all of them.</param>
/// <param name="Printed">Null: none is known.</param>
public sealed record NationalSum(string Measure, int Year, long? Summed, long? Printed)
{
    /// <summary>Zero where they reconcile; null where there is nothing to compare.</summary>
    public long? Difference => Summed - Printed;
}
