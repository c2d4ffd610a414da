using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;

namespace CrimeInsight.Core.Import.Likeness;

/// <summary>Two records that may be one case, side by side. Where the law protects either, what it withholds is null of both.</summary>
/// <param name="First">The row that the one came from that stays.</param>
/// <param name="Second">The row that the other came from.</param>
/// <param name="Decision">Null while it is open.</param>
public sealed record LikelyPair(
    long FirstId, long SecondId, BatchRow First, BatchRow Second, double Score, Agreement Agreement, ConflictContent FirstContent,
    ConflictContent SecondContent, PairDecision? Decision);
