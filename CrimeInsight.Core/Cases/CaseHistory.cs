using System.Collections.Immutable;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;

namespace CrimeInsight.Core.Cases;

/// <summary>Where a case came from, and what it was before.</summary>
/// <param name="States">Former states, the latest first.</param>
public sealed record CaseHistory(BatchRow Origin, ImmutableArray<CaseState> States);
