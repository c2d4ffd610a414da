using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using QRCoder;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Secrets of second factors: makes them, hides them, and judges codes by them (RFC 6238: 30 seconds, 6 digits, SHA-1, as every app reads).</summary>
public sealed class FactorSecrets(IDataProtectionProvider protection, TimeProvider time)
{
    private const int SecretBytes = 20;
    private const int GroupLength = 4;
    private const int PictureModule = 4;
    private const string SvgAddress = "data:image/svg+xml;base64,";

    // A clock may be half a minute off.
    private static readonly VerificationWindow s_window = new(previous: 1, future: 1);
    private static readonly TimeSpan s_offerLife = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _stored = protection.CreateProtector("CrimeInsight.SecondFactor");
    private readonly ITimeLimitedDataProtector _offered = protection.CreateProtector("CrimeInsight.SecondFactor.Offer").ToTimeLimitedDataProtector();

    /// <summary>A new secret for a person.</summary>
    public FactorOffer Offer(Person person) => Show(person, Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>The same secret once more, after a code that did not fit; a new one when the offer is too old or another's.</summary>
    public FactorOffer Again(Person person, string? token) => Open(person, token) is { } secret ? Show(person, secret) : Offer(person);

    /// <summary>The secret of an offer to a person; null when it is too old, or another's.</summary>
    public string? Open(Person person, string? token)
    {
        try
        {
            var parts = token is null ? [] : _offered.Unprotect(token).Split(' ');
            return parts.Length == 2 && parts[0] == person.Id.ToString() ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>As it is stored.</summary>
    public string Hide(string secret) => _stored.Protect(secret);

    /// <summary>The step of a code by a stored secret; null when it does not fit.</summary>
    public long? StepOfStored(string hidden, string typed)
    {
        try
        {
            return StepOf(_stored.Unprotect(hidden), typed);
        }
        catch (CryptographicException)
        {
            // The keys it was hidden with are gone: an administrator takes the factor away.
            return null;
        }
    }

    /// <summary>The step of a code; null when it does not fit.</summary>
    public long? StepOf(string secret, string typed) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(time.GetUtcNow().UtcDateTime, typed, out var step, s_window) ? step : null;

    private FactorOffer Show(Person person, string secret)
    {
        var issuer = ProductName.Text;
        var address = new OtpUri(OtpType.Totp, secret, person.UserName, issuer).ToString();
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        var svg = picture.GetGraphic(PictureModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return new FactorOffer(
            _offered.Protect(string.Create(CultureInfo.InvariantCulture, $"{person.Id} {secret}"), s_offerLife),
            string.Join(' ', secret.Chunk(GroupLength).Select(group => new string(group))),
            SvgAddress + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg)));
    }
}
