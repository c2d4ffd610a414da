using System.Security.Cryptography;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>The number used once that lets our own script tags through the content security policy of one response.</summary>
public sealed class CspNonce
{
    /// <summary>128 random bits, Base64.</summary>
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}
