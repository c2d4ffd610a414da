using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>The audit trail as a list.</summary>
internal sealed class FakeAudit : IAuditWriter
{
    public List<AuditEntry> Entries { get; } = [];

    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        Entries.Add(entry);
        return Task.CompletedTask;
    }
}
