namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>A column of counts.</summary>
/// <param name="Name">What it counts, as printed.</param>
/// <param name="Year">Which year it counts; null: that of the row.</param>
/// <param name="IsMonth">It counts a month, which is no figure of a year.</param>
internal sealed record OfficialColumn(int Index, string Name, int? Year, bool IsMonth);
