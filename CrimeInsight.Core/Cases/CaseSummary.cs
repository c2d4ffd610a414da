using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Cases;

/// <summary>One case as a list shows it.</summary>
/// <param name="Ordinal">Of the finest known jurisdiction.</param>
/// <param name="Number">FIR number or other reference of the source; null when it gave none.</param>
/// <param name="IsSensitive">Victim-identity rules apply: time of day, place and words are left out.</param>
public sealed record CaseSummary(
    long Id, CaseTime When, DateOnly ReportedOn, short HeadId, int Ordinal, LegalStatus Status, bool IsSensitive, string? Number = null)
{
    /// <summary>The date by which it is counted.</summary>
    public DateOnly On(DateBasis basis) => basis == DateBasis.Registered ? ReportedOn : When.Date;
}
