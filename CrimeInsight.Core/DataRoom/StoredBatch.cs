namespace CrimeInsight.Core.DataRoom;

/// <summary>Counts of a batch that is part of the data.</summary>
public sealed record StoredBatch(long Accepted, long Updated, long Duplicates, long Conflicts, long Rejected);
