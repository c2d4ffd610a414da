namespace CrimeInsight.Core.People;

/// <summary>Somebody who is to have an account.</summary>
/// <param name="UserName">Sign-in name, as <see cref="PersonNames"/> allows.</param>
/// <param name="JurisdictionIds">Within those of whoever invites.</param>
public sealed record PersonInvitation(string UserName, string DisplayName, PersonRole Role, IReadOnlyList<int> JurisdictionIds);
