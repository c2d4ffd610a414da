namespace CrimeInsight.Web.Shared.Composition;

/// <summary>Addresses of a feature that are not pages.</summary>
internal sealed record FeatureRoutes(Action<IEndpointRouteBuilder> Map);
