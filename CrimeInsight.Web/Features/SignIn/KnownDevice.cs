namespace CrimeInsight.Web.Features.SignIn;

/// <summary>A browser in which people have signed in.</summary>
public sealed record KnownDevice(Guid Id, IReadOnlyList<Guid> People);
