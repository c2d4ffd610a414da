using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Shared.Maps.Tiles;
using CrimeInsight.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Pictures and shapes for the map, for signed-in people, within their rights.</summary>
internal static class MapEndpoints
{
    private const string CachePolicy = "private, max-age=600";
    private const string GeoJsonType = "application/geo+json";

    private static readonly ConditionalWeakTable<BoundaryCollection, byte[]> s_packed = [];

    public static IEndpointRouteBuilder MapMapEndpoints(this IEndpointRouteBuilder routes)
    {
        var map = routes.MapGroup("").RequireAuthorization();
        map.MapGet(AppUrls.TileRoute, GetTileAsync);
        map.MapGet(AppUrls.ShapesRoute, GetBoundariesAsync);
        return routes;
    }

    private static async Task<IResult> GetTileAsync(
        [AsParameters] MapTileRequest request, HttpContext http, IViewerAccessor viewers, IMapTileReader tiles, IDataStatusReader statuses,
        CancellationToken cancellationToken)
    {
        if (await viewers.GetAsync(cancellationToken) is not { } viewer)
            return TypedResults.Unauthorized();
        var status = await statuses.GetAsync(cancellationToken);
        if (request.ToQuery(status.AsOf ?? DateOnly.FromDateTime(DateTime.UnixEpoch)) is not { } query)
            return TypedResults.BadRequest();
        if (!query.IsOnMap)
            return TypedResults.NotFound();
        // Two people on one device share a cache, but neither their cookie nor what they may see.
        http.Response.Headers.CacheControl = CachePolicy;
        http.Response.Headers.Vary = HeaderNames.Cookie;
        var tag = Tag($"{status.Version} {viewer.PersonId} {string.Join(',', viewer.JurisdictionIds)} {request.Fingerprint}");
        if (http.Request.Headers.IfNoneMatch == tag.ToString())
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var counts = await tiles.ReadAsync(query, viewer, cancellationToken);
        var mean = counts.Cells.Count == 0 ? 0 : await tiles.ReadMeanDensityAsync(query, viewer, cancellationToken);
        var picture = DensityTileRenderer.Render(query, counts, mean, request.Ramp, request.Pixels);
        return TypedResults.Bytes(picture, "image/png", entityTag: tag);
    }

    private static async Task<IResult> GetBoundariesAsync(
        string level, string? @in, HttpContext http, IBoundaryReader boundaries, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<BoundaryLevel>(level, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            return TypedResults.NotFound();
        var collection = await boundaries.ReadAsync(kind, string.IsNullOrEmpty(@in) ? null : @in, cancellationToken);
        // While the shapes are being computed there is nothing worth remembering.
        http.Response.Headers.CacheControl = collection.Count > 0 ? CachePolicy : "no-store";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var isPacked = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        var tag = Tag($"{collection.Version} {kind} {@in} {isPacked}");
        if (http.Request.Headers.IfNoneMatch == tag.ToString())
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (!isPacked)
            return TypedResults.Bytes(collection.Json, GeoJsonType, entityTag: tag);
        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(s_packed.GetValue(collection, Pack), GeoJsonType, entityTag: tag);
    }

    private static byte[] Pack(BoundaryCollection collection)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(collection.Json.Span);
        return packed.ToArray();
    }

    private static EntityTagHeaderValue Tag(string content) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 12))}\"");
}
