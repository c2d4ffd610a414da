using Microsoft.AspNetCore.Localization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>The language of a request: the cookie, else the first language of the browser that is offered.</summary>
internal sealed class LanguageProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var cookie = CookieRequestCultureProvider.ParseCookieValue(httpContext.Request.Cookies[CookieName] ?? "");
        var chosen = AppCultures.Find(cookie?.UICultures.FirstOrDefault().Value) ?? FromBrowser(httpContext.Request);
        return Task.FromResult(chosen is null ? null : new ProviderCultureResult(chosen.Name));
    }

    /// <summary>Name of the cookie, the framework's own.</summary>
    public static string CookieName => CookieRequestCultureProvider.DefaultCookieName;

    /// <summary>Remembers a language in this browser.</summary>
    public static void Remember(HttpResponse response, string culture) => response.Cookies.Append(
        CookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
        new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, MaxAge = TimeSpan.FromDays(365), Secure = response.HttpContext.Request.IsHttps, IsEssential = true });

    private static System.Globalization.CultureInfo? FromBrowser(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => AppCultures.Find(language.Value.Value))
            .FirstOrDefault(culture => culture is not null);
}
