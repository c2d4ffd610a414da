using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrimeInsight.Tests.Support;

/// <summary>A passkey in software (ES256): answers as a device does, and wrongly when it is told to.</summary>
internal sealed class SoftwareKey : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _user = "";

    /// <summary>How often it says it was used.</summary>
    public uint Count { get; set; } = 1;

    /// <summary>Says that it has verified its person.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>Where it believes to be.</summary>
    public required string Origin { get; set; }

    /// <summary>Makes the key and answers as <c>navigator.credentials.create</c>.</summary>
    public string Create(string optionsJson)
    {
        var options = JsonNode.Parse(optionsJson)!;
        _user = (string)options["user"]!["id"]!;
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        // The map of a COSE key: type EC2, algorithm ES256, curve P-256, x, y.
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Authenticator(WithKey), .. new byte[16], 0x00, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length,
            .. data,
        ];
        var client = Client("webauthn.create", (string)options["challenge"]!);
        return Write(new { attestationObject = Text(attestation), clientDataJSON = Text(client), transports = new[] { "internal" } });
    }

    /// <summary>Answers as <c>navigator.credentials.get</c>.</summary>
    /// <param name="challenge">Null: that of the options.</param>
    public string Get(string optionsJson, string? challenge = null)
    {
        Count++;
        var client = Client("webauthn.get", challenge ?? (string)JsonNode.Parse(optionsJson)!["challenge"]!);
        var data = Authenticator(0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Write(new { authenticatorData = Text(data), clientDataJSON = Text(client), signature = Text(signature), userHandle = _user });
    }

    public void Dispose() => _key.Dispose();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] Authenticator(byte further)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        var flags = (byte)((Verifies ? PresentAndVerified : 0x01) | further);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(new Uri(Origin).Host)), flags, .. count];
    }

    private byte[] Client(string type, string challenge) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge, origin = Origin, crossOrigin = false });

    private string Write(object response) => JsonSerializer.Serialize(new
    {
        id = Text(_id),
        rawId = Text(_id),
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    });
}
