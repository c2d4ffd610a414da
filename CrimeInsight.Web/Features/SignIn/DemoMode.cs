namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Whether demo accounts exist and may be entered without a password.</summary>
public sealed record DemoMode(bool IsOn);
