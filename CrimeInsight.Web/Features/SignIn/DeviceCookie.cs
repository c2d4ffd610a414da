using System.Text.Json;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>
/// Tells by a cookie in which browser a person has signed in before, so that failures elsewhere do not make that browser wait. It opens
/// nothing: its own failures count under it (OWASP, Slow Down Online Guessing Attacks with Device Cookies).
/// </summary>
public sealed class DeviceCookie(IDataProtectionProvider protection, IOptions<SiteOptions> site, TimeProvider time)
{
    // A computer of a station has many people.
    private const int MostPeople = 12;

    private static readonly TimeSpan s_life = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("CrimeInsight.DeviceCookie").ToTimeLimitedDataProtector();
    private readonly string _name = SiteRegistration.CookieName("device", site.Value);

    /// <summary>The browser and the people who have signed in in it; null when it is new or the cookie is not ours.</summary>
    public KnownDevice? Read(HttpRequest request)
    {
        try
        {
            return request.Cookies[_name] is { Length: > 0 } value ? JsonSerializer.Deserialize<KnownDevice>(_protector.Unprotect(value)) : null;
        }
        catch (Exception forged) when (forged is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers that a person has signed in in this browser.</summary>
    public void Remember(HttpContext context, Person person)
    {
        var known = Read(context.Request) ?? new KnownDevice(Guid.NewGuid(), []);
        known = known with { People = [person.Id, .. known.People.Where(id => id != person.Id).Take(MostPeople - 1)] };
        context.Response.Cookies.Append(_name, _protector.Protect(JsonSerializer.Serialize(known), s_life), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = site.Value.RequireHttps || context.Request.IsHttps,
            Expires = time.GetUtcNow() + s_life,
        });
    }
}
