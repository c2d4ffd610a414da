using CrimeInsight.Core.Settings;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>Headers on every response: what a page may load, and what other sites may do with it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, ISettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, because the page for a failed request starts by clearing every header.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(CspNonce.Of(context).Value);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    // The tile server is a setting; Leaflet loads its tiles as pictures.
    private string ImageSources => settings.Current.Tiles is { } tiles ? $"'self' data: {tiles.Origin}" : "'self' data:";

    private string Policy(string nonce) =>
        "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; " +
        $"script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src {ImageSources}; font-src 'self'; connect-src 'self'";
}
