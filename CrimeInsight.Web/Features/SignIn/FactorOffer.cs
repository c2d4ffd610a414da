namespace CrimeInsight.Web.Features.SignIn;

/// <summary>A new secret on its way to a person's device.</summary>
/// <param name="Token">The secret, readable by the site alone, as the form sends it back.</param>
/// <param name="Secret">To be typed where nothing can be scanned.</param>
/// <param name="Picture">To be scanned: an SVG image as a data address.</param>
public sealed record FactorOffer(string Token, string Secret, string Picture);
