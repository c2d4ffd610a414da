namespace CrimeInsight.Web.Features.Export;

/// <summary>Marks an address as an export.</summary>
internal static class ExportRules
{
    /// <summary>For signed-in people, through <see cref="ExportDoor"/>.</summary>
    public static RouteHandlerBuilder AsExport(this RouteHandlerBuilder route) => route.RequireAuthorization().AddEndpointFilter<ExportDoor>().WithMetadata(ExportMark.Instance);
}
