using System.Globalization;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>The protocol in which files are sent in pieces: begin, ask how far it is, send on, give up.</summary>
internal static class TusEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // Who asks is looked at by the door, which answers programs by codes instead of sending them to the page for signing in.
        var group = routes.MapGroup(AppUrls.Uploads).AllowAnonymous().AddEndpointFilter<TusDoor>()
            .WithMetadata(new SkipStatusCodePagesAttribute(), new DisableRequestSizeLimitAttribute());
        group.MapMethods("", [HttpMethods.Options], Options);
        group.MapPost("", CreateAsync);
        group.MapMethods("{id:guid}", [HttpMethods.Head], HeadAsync);
        group.MapPatch("{id:guid}", PatchAsync);
        group.MapDelete("{id:guid}", DeleteAsync);
    }

    private static IResult Options(HttpContext http, [FromServices] UploadDesk desk)
    {
        var headers = http.Response.Headers;
        headers[TusHeaders.VersionHeader] = TusHeaders.Version;
        headers[TusHeaders.Extension] = TusHeaders.Extensions;
        headers[TusHeaders.MaxSize] = Written(desk.Rules.MostBytes);
        headers[TusHeaders.ChecksumAlgorithm] = string.Join(',', UploadChecksum.Names);
        return Results.NoContent();
    }

    private static async Task<IResult> CreateAsync(HttpContext http, [FromServices] UploadDesk desk, CancellationToken cancellationToken)
    {
        if (http.Request.Headers.ContainsKey(TusHeaders.DeferLength) || Number(http, TusHeaders.Length) is not { } length)
            return Results.BadRequest();
        var name = TusMetadata.FileNameOf(http.Request.Headers[TusHeaders.Metadata]);
        var outcome = await desk.CreateAsync(TusDoor.ViewerOf(http), name, length, cancellationToken);
        if (outcome.Upload is not { } upload)
            return Answer(http, outcome);
        http.Response.Headers[TusHeaders.Expires] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        return Results.Created(AppUrls.Upload(upload.Id), null);
    }

    private static async Task<IResult> HeadAsync(HttpContext http, Guid id, [FromServices] UploadDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(TusDoor.ViewerOf(http), id, cancellationToken) is not { } upload)
            return Results.NotFound();
        Describe(http, upload);
        http.Response.Headers[TusHeaders.Length] = Written(upload.Length);
        http.Response.Headers[TusHeaders.Metadata] = TusMetadata.Of(upload.FileName);
        return Results.Ok();
    }

    private static async Task<IResult> PatchAsync(HttpContext http, Guid id, [FromServices] UploadDesk desk, CancellationToken cancellationToken)
    {
        if (http.Request.ContentType != TusHeaders.PieceType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (Number(http, TusHeaders.Offset) is not { } offset)
            return Results.BadRequest();
        UploadChecksum? checksum = null;
        if (http.Request.Headers.TryGetValue(TusHeaders.Checksum, out var said) && (checksum = UploadChecksum.Parse(said.ToString())) is null)
            return Results.BadRequest();
        // A link that is slow is not cut off: what is idle for long is.
        if (http.Features.Get<Microsoft.AspNetCore.Server.Kestrel.Core.Features.IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = new Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate(bytesPerSecond: 1, gracePeriod: TimeSpan.FromSeconds(30));
        return Answer(http, await desk.ReceiveAsync(
            TusDoor.ViewerOf(http), id, offset, http.Request.Body, http.Request.ContentLength, checksum, cancellationToken));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, Guid id, [FromServices] UploadDesk desk, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(TusDoor.ViewerOf(http), id, cancellationToken) ? Results.NoContent() : Results.NotFound();

    private static IResult Answer(HttpContext http, UploadOutcome outcome)
    {
        if (outcome.Upload is { } upload)
            Describe(http, upload);
        if (outcome.Refusal != UploadRefusal.None && http.Request.ContentLength > 0)
            http.Response.Headers.Connection = "close";
        return outcome.Refusal switch
        {
            UploadRefusal.None => Results.NoContent(),
            UploadRefusal.Unknown => Results.NotFound(),
            UploadRefusal.TooLarge or UploadRefusal.TooMany => Results.StatusCode(StatusCodes.Status413PayloadTooLarge),
            UploadRefusal.DiskFull => Results.StatusCode(StatusCodes.Status507InsufficientStorage),
            UploadRefusal.OffsetWrong => Results.StatusCode(StatusCodes.Status409Conflict),
            UploadRefusal.Busy => Results.StatusCode(StatusCodes.Status423Locked),
            UploadRefusal.ChecksumWrong => Results.StatusCode(TusHeaders.ChecksumMismatch),
            _ => Results.StatusCode(StatusCodes.Status400BadRequest),
        };
    }

    private static void Describe(HttpContext http, Upload upload)
    {
        http.Response.Headers[TusHeaders.Offset] = Written(upload.Received);
        http.Response.Headers[TusHeaders.Expires] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long? Number(HttpContext http, string header) =>
        long.TryParse(http.Request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
