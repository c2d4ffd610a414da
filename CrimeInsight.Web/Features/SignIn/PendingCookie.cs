using System.Security.Cryptography;
using System.Text.Json;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Keeps, for a few minutes and in the browser alone, who has got past the password. It opens nothing but the page that asks for the factor.</summary>
public sealed class PendingCookie(IDataProtectionProvider protection, IOptions<SiteOptions> site, UserManager<Person> people)
{
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("CrimeInsight.PendingSignIn").ToTimeLimitedDataProtector();
    private readonly string _name = SiteRegistration.CookieName("factor", site.Value);

    public void Write(HttpContext context, Person person, bool isPersistent) => context.Response.Cookies.Append(
        _name,
        _protector.Protect(JsonSerializer.Serialize(new PendingSignIn(person.Id, person.SecurityStamp, isPersistent)), s_life),
        new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = site.Value.RequireHttps || context.Request.IsHttps,
            MaxAge = s_life,
        });

    /// <summary>Who it is, if their account is as it was; null otherwise.</summary>
    public async Task<(Person Person, bool IsPersistent)?> ReadAsync(HttpContext context)
    {
        try
        {
            if (context.Request.Cookies[_name] is not { Length: > 0 } value
                || JsonSerializer.Deserialize<PendingSignIn>(_protector.Unprotect(value)) is not { } pending)
                return null;
            var person = await people.FindByIdAsync(pending.PersonId.ToString());
            return person?.SecurityStamp == pending.Stamp ? (person, pending.IsPersistent) : null;
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(_name);
}
