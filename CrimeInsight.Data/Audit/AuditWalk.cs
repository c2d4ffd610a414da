using CrimeInsight.Core.People;

namespace CrimeInsight.Data.Audit;

/// <summary>Goes through rows in their order and holds each against the one before it.</summary>
internal sealed class AuditWalk(long lastId, byte[] lastHash)
{
    public long LastId { get; private set; } = lastId;

    public byte[] LastHash { get; private set; } = lastHash;

    /// <summary>Rows gone through.</summary>
    public long Count { get; private set; }

    /// <summary>What is wrong with the next row; null when it follows.</summary>
    public AuditFinding? Next(AuditRow row)
    {
        if (row.Id != LastId + 1)
            return new AuditFinding(AuditFault.RowsMissing, LastId + 1, row.Id - 1);
        if (!row.PreviousHash.AsSpan().SequenceEqual(LastHash) || !row.ComputeHash().AsSpan().SequenceEqual(row.Hash))
            return new AuditFinding(AuditFault.RowEdited, row.Id, row.Id);
        (LastId, LastHash) = (row.Id, row.Hash);
        Count++;
        return null;
    }
}
