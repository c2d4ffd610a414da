using System.Security.Cryptography;
using CrimeInsight.Core.Sources;
using Microsoft.AspNetCore.DataProtection;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>Hides passwords and tokens with the keys that hide second factors.</summary>
internal sealed class SourceSecrets(IDataProtectionProvider protection) : ISourceSecrets
{
    private readonly IDataProtector _stored = protection.CreateProtector("CrimeInsight.Source");

    public string Hide(string secret) => _stored.Protect(secret);

    public string? Reveal(string hidden)
    {
        try
        {
            return _stored.Unprotect(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
