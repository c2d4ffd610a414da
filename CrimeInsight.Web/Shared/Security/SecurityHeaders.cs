using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>Headers on every response: what a page may load, and what other sites may do with it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<SiteOptions> options)
{
    private readonly string _imageSources = string.IsNullOrEmpty(options.Value.TileServerOrigin)
        ? "'self' data:"
        : $"'self' data: {options.Value.TileServerOrigin}";

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

    private string Policy(string nonce) =>
        "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; " +
        $"script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src {_imageSources}; font-src 'self'; connect-src 'self'";
}
