namespace CrimeInsight.Web.Shared.Security;

/// <summary>Whether demo accounts may exist and be entered without a password, for as long as all data is synthetic.</summary>
public sealed record DemoMode(bool IsOn);
