using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>A trail of 1,234 rows that a test says how it stands.</summary>
internal sealed class FakeAuditVerifier : IAuditVerifier
{
    private AuditCheck _check = new(1_234, new DateTimeOffset(2025, 1, 2, 3, 4, 0, TimeSpan.Zero), null, 0, 0, null);

    /// <summary>What verifying finds.</summary>
    public AuditFinding? Finding { get; set; }

    public Task<AuditCheck> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(_check);

    public Task<AuditCheck> VerifyAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            _check = _check with { VerifiedAt = new DateTimeOffset(2025, 1, 2, 3, 5, 0, TimeSpan.Zero), Rows = 1_234, Seals = 12, Finding = Finding });
}
