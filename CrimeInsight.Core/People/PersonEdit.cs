namespace CrimeInsight.Core.People;

/// <summary>What a person is to be.</summary>
public sealed record PersonEdit(Guid PersonId, string DisplayName, PersonRole Role, IReadOnlyList<int> JurisdictionIds);
