namespace CrimeInsight.Core.People;

/// <summary>Which rows of the trail; null: any.</summary>
/// <param name="Person">Part of the name of who acted, or was acted on.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="Subject">Part of it.</param>
/// <param name="Address">Begin of the network address.</param>
/// <param name="BeforeId">Only older rows.</param>
/// <param name="Limit">Most rows.</param>
public sealed record AuditSelection(
    string? Person, string? Action, string? Subject, string? Address, DateTimeOffset? From, DateTimeOffset? Until, long? BeforeId, int Limit);
