using Microsoft.AspNetCore.Localization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>The language of a request: the cookie, else the first language of the browser that is offered.</summary>
internal sealed class LanguageProvider : RequestCultureProvider
{
    private const string ChosenName = "ci-chosen-language";
    private static readonly TimeSpan s_chosenFor = TimeSpan.FromMinutes(30);

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var offered = httpContext.RequestServices.GetRequiredService<OfferedLanguages>();
        var cookie = CookieRequestCultureProvider.ParseCookieValue(httpContext.Request.Cookies[CookieName] ?? "");
        var chosen = offered.Find(cookie?.UICultures.FirstOrDefault().Value) ?? FromBrowser(httpContext.Request, offered) ?? offered.Default;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(chosen.Name));
    }

    /// <summary>Name of the cookie, the framework's own.</summary>
    public static string CookieName => CookieRequestCultureProvider.DefaultCookieName;

    /// <summary>Remembers a language in this browser.</summary>
    public static void Remember(HttpResponse response, string culture) => response.Cookies.Append(
        CookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
        new CookieOptions
        {
            Path = "/",
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            MaxAge = TimeSpan.FromDays(365),
            Secure = response.HttpContext.Request.IsHttps,
            IsEssential = true,
        });

    /// <summary>Remembers a language that somebody chose; before signing in, also that it was chosen now.</summary>
    public static void Choose(HttpContext context, string culture)
    {
        Remember(context.Response, culture);
        if (context.User.Identity?.IsAuthenticated != true)
            context.Response.Cookies.Append(ChosenName, culture,
                new CookieOptions
                {
                    Path = "/",
                    SameSite = SameSiteMode.Lax,
                    HttpOnly = true,
                    MaxAge = s_chosenFor,
                    Secure = context.Request.IsHttps,
                    IsEssential = true,
                });
    }

    /// <summary>The language chosen in this browser shortly before signing in; null for none. It is told once.</summary>
    public static System.Globalization.CultureInfo? TakeChosen(HttpContext context)
    {
        var chosen = AppCultures.Find(context.Request.Cookies[ChosenName]);
        if (chosen is not null)
            context.Response.Cookies.Delete(ChosenName);
        return chosen;
    }

    private static System.Globalization.CultureInfo? FromBrowser(HttpRequest request, OfferedLanguages offered) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => offered.Find(language.Value.Value))
            .FirstOrDefault(culture => culture is not null);
}
