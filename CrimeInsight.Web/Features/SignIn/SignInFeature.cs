using CrimeInsight.Core.People;
using CrimeInsight.Data.People;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Composition;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Composition of signing in: Identity over our stores, cookies, sessions, policies.</summary>
public static class SignInFeature
{
    private static readonly TimeSpan s_cookieLife = TimeSpan.FromDays(14);

    /// <param name="isDatabaseEmbedded">Demo mode is then on unless configured otherwise.</param>
    public static IServiceCollection AddSignInFeature(this IServiceCollection services, bool isDatabaseEmbedded)
    {
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddPeopleIdentity().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<SiteOptions>>((cookie, site) => ConfigureCookie(cookie, site.Value));
        services.AddAuthorization(Policies.Add);
        services.AddSiteKeys();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<DeviceCookie>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SignInDoor>();
        services.AddScoped<CodeDoor>();
        services.AddSingleton<SetupCode>();
        services.AddScoped<FirstAdminDoor>();
        services.AddSingleton<FactorSecrets>();
        services.AddSingleton<FactorDoor>();
        services.AddScoped<PendingCookie>();
        services.AddPasskeys();
        services.AddScoped<SignInDoors>();
        services.AddScoped<PasswordWords>();
        services.AddSingleton<SessionDirectory>();
        services.AddScoped<SessionCookieEvents>();
        services.AddScoped<SignInFlow>();
        services.AddScoped<SignInDisplay>();
        services.AddScoped<AuthenticationStateProvider, SessionAuthenticationState>();
        services.AddScoped<CircuitMark>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitMark>());
        services.AddScoped<IViewerAccessor, ViewerAccessor>();
        services.AddSingleton(provider => new DemoMode(provider.GetRequiredService<IOptions<SiteOptions>>().Value.Demo ?? isDatabaseEmbedded));
        services.AddSingleton<DemoCatalogue>();
        services.AddHostedService<DemoAccountsKeeper>();
        services.AddRoutes(routes => routes.MapPost(AppUrls.SignOut, SignOutAsync).AllowAnonymous());
        return services;
    }

    /// <summary>The keys that hide cookies, second factors and secrets of sources.</summary>
    public static IServiceCollection AddSiteKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CrimeInsight");
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository, ProtectionKeyEncryptor>((keys, repository, encryptor) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (repository, encryptor));
        return services;
    }

    /// <summary>Accounts and password rules alone, as the command line needs them too.</summary>
    public static IdentityBuilder AddPeopleIdentity(this IServiceCollection services) => services
        .AddIdentityCore<Person>(identity =>
        {
            identity.Password.RequiredLength = PasswordStrength.LeastLength;
            identity.Password.RequiredUniqueChars = PasswordStrength.LeastDistinct;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
            identity.User.AllowedUserNameCharacters = PersonNames.UserNameLetters;
            identity.ClaimsIdentity.SecurityStampClaimType = PersonClaims.SecurityStamp;
        })
        .AddPasswordValidator<PasswordStrength>()
        .AddClaimsPrincipalFactory<PersonPrincipalFactory>();

    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<PasskeyCookie>();
        services.AddScoped<PasskeyDoor>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(IsOwn(asked));
        });
    }

    // The page that asked is of this site, by host and port: behind a proxy that ends TLS the scheme may differ.
    private static bool IsOwn(PasskeyOriginValidationContext asked)
    {
        var request = asked.HttpContext.Request;
        return !asked.CrossOrigin
            && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
            && (origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback)
            && OwnOrigin.IsOf(origin, request)
            && OwnOrigin.IsOwn(request);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignInFlow flow, IAntiforgery antiforgery)
    {
        // A form from a page whose session is already over no longer fits; there is then nothing to end.
        if (await antiforgery.IsRequestValidAsync(context))
            await flow.SignOutAsync(context);
        return Results.LocalRedirect($"{AppUrls.SignIn}?signedOut=true");
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie, SiteOptions site)
    {
        cookie.Cookie.Name = SiteRegistration.CookieName("session", site);
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = SiteRegistration.SecurePolicy(site);
        cookie.ExpireTimeSpan = s_cookieLife;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = AppUrls.SignIn;
        cookie.LogoutPath = AppUrls.SignOut;
        cookie.AccessDeniedPath = AppUrls.Denied;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.EventsType = typeof(SessionCookieEvents);
    }
}
