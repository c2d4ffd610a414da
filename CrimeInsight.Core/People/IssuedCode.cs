namespace CrimeInsight.Core.People;

/// <summary>A one-time code for somebody: told once, stored nowhere.</summary>
public sealed record IssuedCode(string UserName, string DisplayName, string Code, DateTimeOffset ExpiresAt);
