namespace CrimeInsight.Core.People;

/// <summary>The person on whose behalf data is read. The database grants rows by this identity, nothing else.</summary>
/// <param name="PersonId">Key of the person.</param>
/// <param name="UserName">Sign-in name.</param>
/// <param name="JurisdictionIds">Roots of the subtrees the person is bound to; never empty for an active person.</param>
public sealed record Viewer(Guid PersonId, string UserName, PersonRole Role, IReadOnlyList<int> JurisdictionIds);
