using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Cases;

/// <summary>What a case was until a row changed it. Nothing that the law withholds of any case is in it.</summary>
/// <param name="ChangedBy">The row; null when the person may not see its batch.</param>
/// <param name="Sections">Acts and sections it was registered under, as the law is cited; null when none were known.</param>
public sealed record CaseState(
    DateTimeOffset Until, LegalStatus Status, DateOnly ReportedOn, short HeadId, BatchRow? ChangedBy, string? Sections = null);
