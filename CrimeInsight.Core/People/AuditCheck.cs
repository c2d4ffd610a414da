namespace CrimeInsight.Core.People;

/// <summary>How the audit trail stands.</summary>
/// <param name="SealedId">The newest row under seal; null before the first seal.</param>
/// <param name="VerifiedAt">When all of it was last verified; null: never.</param>
/// <param name="Rows">Rows verified then.</param>
/// <param name="Seals">Seals verified then.</param>
/// <param name="Finding">The first thing found wrong, then or while sealing; null: nothing.</param>
public sealed record AuditCheck(long? SealedId, DateTimeOffset? SealedAt, DateTimeOffset? VerifiedAt, long Rows, long Seals, AuditFinding? Finding);
