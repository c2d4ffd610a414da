namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>A sum that is not what is printed.</summary>
/// <param name="Place">Whose parts were added up, as printed.</param>
/// <param name="Head">As printed.</param>
/// <param name="IsKnown">Compared with a figure already known, not with one of the table itself.</param>
public sealed record SumDifference(string Place, int Year, string Head, long Summed, long Printed, bool IsKnown)
{
    public long Difference => Summed - Printed;
}
