using System.Collections.Immutable;
using CrimeInsight.Core.Import.Records;

namespace CrimeInsight.Core.Import.Batches;

/// <summary>A row that has the reference of a case and says something else of it.</summary>
/// <param name="Row">As a spreadsheet counts.</param>
/// <param name="Known">The row that the case came from.</param>
/// <param name="IsUpdate">It contradicts nothing, and could update the case.</param>
/// <param name="Differs">Columns in which the two differ, named as in the canonical file or the database.</param>
/// <param name="New">What the row says.</param>
/// <param name="Old">The case as it is; null when it is gone, or the person may not see it.</param>
/// <param name="Decision">Null while it is open.</param>
public sealed record ConflictRow(
    long Row, BatchRow Known, bool IsUpdate, ImmutableArray<string> Differs, ConflictContent New, ConflictContent? Old, ConflictDecision? Decision);
