namespace CrimeInsight.Core.People;

/// <summary>One row for the audit trail.</summary>
/// <param name="PersonId">Who acted; null when nobody was signed in.</param>
/// <param name="UserName">Name they acted or tried to act under.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="Subject">What was acted on, as <c>kind:key</c>; empty when the action says it all.</param>
public sealed record AuditEntry(Guid? PersonId, string UserName, string Action, string Subject = "")
{
    /// <summary>Further facts: ids and counts, never personal data of victims.</summary>
    public IReadOnlyDictionary<string, string> Detail { get; init; } = new Dictionary<string, string>();

    /// <summary>An entry of a signed-in person.</summary>
    public static AuditEntry By(Viewer viewer, string action, string subject = "") =>
        new(viewer.PersonId, viewer.UserName, action, subject);
}
