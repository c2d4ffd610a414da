using System.Net;
using CrimeInsight.Core.People;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>Composition of what guards the site as a whole.</summary>
internal static class SiteRegistration
{
    public static IServiceCollection AddSiteSecurity(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SiteOptions>().BindConfiguration(SiteOptions.SectionName).ValidateDataAnnotations();
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidator>();
        services.AddSingleton<RefusalTrail>();
        services.AddSingleton<IRefusalTrail>(provider => provider.GetRequiredService<RefusalTrail>());
        services.AddHostedService(provider => provider.GetRequiredService<RefusalTrail>());
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>((forwarded, site) => Trust(forwarded, site.Value));
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<IOptions<SiteOptions>>((antiforgery, site) =>
        {
            antiforgery.Cookie.Name = CookieName("form", site.Value);
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = SecurePolicy(site.Value);
        });
        return services;
    }

    /// <summary>Everything that must come before a page is chosen.</summary>
    public static void UseSiteSecurity(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        if (site.ForwardedHeaders)
            app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OwnOrigin>();
        if (!site.RequireHttps)
            return;
        app.UseHsts();
        app.UseHttpsRedirection();
    }

    /// <summary>Over https the browser itself guarantees that a cookie came from this host.</summary>
    public static string CookieName(string name, SiteOptions site) => site.RequireHttps ? $"__Host-crimeinsight-{name}" : $"crimeinsight-{name}";

    public static CookieSecurePolicy SecurePolicy(SiteOptions site) => site.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    private static void Trust(ForwardedHeadersOptions forwarded, SiteOptions site)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in site.KnownProxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                forwarded.KnownProxies.Add(address);
            else
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
    }
}
