using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What became of a row: an incident, or every reason against it.</summary>
/// <param name="Row">As a spreadsheet counts.</param>
/// <param name="Incident">Null when the row was rejected.</param>
/// <param name="Rejects">Empty when it was not.</param>
public readonly record struct JudgedRow(long Row, Incident? Incident, IReadOnlyList<RejectedCell> Rejects)
{
    /// <summary>Of a rejected row: its cells as the source has them, without what must not be repeated.</summary>
    public IReadOnlyList<string>? Source { get; init; }
}
