using CrimeInsight.Core.People;
using CrimeInsight.Data.Keys;

namespace CrimeInsight.Data.Audit;

/// <summary>Verifies every seal, then every row against the one before it and, where one is sealed, against its seal.</summary>
internal sealed class AuditVerifier(AuditStore store, KeyFolder keys, TimeProvider time) : IAuditVerifier
{
    public async Task<AuditCheck> ReadAsync(CancellationToken cancellationToken) => (await store.ReadCheckAsync(cancellationToken)).Check;

    public async Task<AuditCheck> VerifyAsync(CancellationToken cancellationToken)
    {
        using var key = AuditKey.Open(keys);
        var (known, sealedBy) = await store.ReadCheckAsync(cancellationToken);
        // Before the rows are read: a seal made meanwhile may be of a row that the reading does not see.
        var (seals, finding) = ReadSeals(key);
        var walk = new AuditWalk(0, []);
        finding ??= await FindAsync(walk, seals, cancellationToken);
        var last = seals.Count == 0 ? 0 : seals[^1].Id;
        if (finding is null && sealedBy == key.Fingerprint && known.SealedId > last)
            finding = new AuditFinding(AuditFault.SealsMissing, last + 1, known.SealedId.Value);
        await store.NoteVerifiedAsync(time.GetUtcNow(), walk.Count, seals.Count, finding, cancellationToken);
        return (await store.ReadCheckAsync(cancellationToken)).Check;
    }

    private (List<AuditSeal> Seals, AuditFinding? Finding) ReadSeals(AuditKey key)
    {
        var seals = new List<AuditSeal>();
        foreach (var seal in new SealFile(keys.AuditSeals).Read())
        {
            var (before, signature) = seals.Count == 0 ? (0, "") : (seals[^1].Id, seals[^1].Signature);
            if (seal.Previous != signature || seal.Id < before || !key.HasSigned(seal))
                return (seals, new AuditFinding(AuditFault.SealBroken, before + 1, Math.Max(before + 1, seal.Id)));
            seals.Add(seal);
        }

        return (seals, null);
    }

    private async Task<AuditFinding?> FindAsync(AuditWalk walk, List<AuditSeal> seals, CancellationToken cancellationToken)
    {
        var next = 0;
        await foreach (var row in store.ReadAsync(1, cancellationToken))
        {
            if (walk.Next(row) is { } fault)
                return fault;
            for (; next < seals.Count && seals[next].Id == row.Id; next++)
                if (seals[next].Count != walk.Count || seals[next].Hash != Convert.ToHexStringLower(row.Hash))
                    return new AuditFinding(AuditFault.Rehashed, next == 0 ? 1 : seals[next - 1].Id + 1, row.Id);
        }

        return next < seals.Count ? new AuditFinding(AuditFault.TailCut, walk.LastId + 1, seals[^1].Id) : null;
    }
}
