namespace CrimeInsight.Web.Features.SignIn;

/// <summary>A person whose password was right and whose second factor is still to come.</summary>
/// <param name="Stamp">Of their credentials then.</param>
/// <param name="IsPersistent">The cookie of the session is to outlive the browser.</param>
public sealed record PendingSignIn(Guid PersonId, string Stamp, bool IsPersistent);
