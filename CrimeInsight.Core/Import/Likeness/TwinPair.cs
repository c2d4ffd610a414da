namespace CrimeInsight.Core.Import.Likeness;

/// <summary>Two records that may be one case.</summary>
/// <param name="FirstId">Of the one that came first.</param>
/// <param name="SecondId">Of the row for which a twin was sought.</param>
/// <param name="Score">How probable it is that they are one case, 0 … 1.</param>
public sealed record TwinPair(long FirstId, long SecondId, double Score, Agreement Agreement);
