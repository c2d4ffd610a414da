namespace CrimeInsight.Core.People;

/// <summary>A row of the trail, as it is shown.</summary>
/// <param name="UserName">Empty: nobody was signed in.</param>
/// <param name="Subject">As <c>kind:key</c>, or empty.</param>
/// <param name="Detail">Facts by name; what lies in parts is named as <c>part.name</c>.</param>
public sealed record AuditRecord(
    long Id, DateTimeOffset At, string UserName, string Action, string Subject, IReadOnlyList<KeyValuePair<string, string>> Detail);
