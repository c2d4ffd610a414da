namespace CrimeInsight.Core.Setup;

/// <summary>How far a site has come from the demo to a force's own data.</summary>
/// <param name="HasOwnAdmin">An administrator of the whole country with a password, who stays when the demo ends.</param>
/// <param name="HasDemoAccounts">Accounts that anybody enters with one tap are open.</param>
/// <param name="People">Who stay when the demo ends, administrators of the country aside.</param>
/// <param name="OwnBoundaries">Shapes that are not the approximate ones the product brings.</param>
/// <param name="HasOwnCases">A case that is not synthetic was loaded: the demo is over.</param>
public sealed record SetupFacts(bool HasOwnAdmin, bool HasDemoAccounts, long People, long OwnBoundaries, bool HasOwnCases);
