using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Keeps, for a few minutes and in the browser alone, the challenge that a passkey is to answer. Each is answered once.</summary>
public sealed class PasskeyCookie(IDataProtectionProvider protection, IOptions<SiteOptions> site, IPasskeyChallenges challenges)
{
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(10);

    private readonly string _name = SiteRegistration.CookieName("passkey", site.Value);

    /// <param name="purpose">What it may be answered for, and nothing else.</param>
    public void Write(HttpContext context, string purpose, string state) => context.Response.Cookies.Append(
        _name,
        Protector(purpose).Protect(state, s_life),
        new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = site.Value.RequireHttps || context.Request.IsHttps,
            MaxAge = s_life,
        });

    /// <summary>Null: there is none for the purpose any more.</summary>
    public string? Read(HttpContext context, string purpose)
    {
        try
        {
            return context.Request.Cookies[_name] is { Length: > 0 } value ? Protector(purpose).Unprotect(value) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes the answer to a challenge; false when it was answered before.</summary>
    public Task<bool> TakeAsync(string state) => challenges.TakeAsync(SHA256.HashData(Encoding.UTF8.GetBytes(state)), s_life, CancellationToken.None);

    private ITimeLimitedDataProtector Protector(string purpose) =>
        protection.CreateProtector("CrimeInsight.Passkey", purpose).ToTimeLimitedDataProtector();
}
