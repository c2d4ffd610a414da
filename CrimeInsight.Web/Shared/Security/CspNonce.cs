using System.Security.Cryptography;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>The number used once that lets our own script tags through the content security policy of one response.</summary>
public sealed class CspNonce
{
    /// <summary>128 random bits, Base64.</summary>
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>The nonce of a request, the same when its pipeline runs again for an error page.</summary>
    public static CspNonce Of(HttpContext context)
    {
        if (context.Items[typeof(CspNonce)] is CspNonce known)
            return known;
        var nonce = new CspNonce();
        context.Items[typeof(CspNonce)] = nonce;
        return nonce;
    }
}
