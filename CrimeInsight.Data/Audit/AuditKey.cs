using System.Security.Cryptography;
using CrimeInsight.Core;
using CrimeInsight.Data.Keys;

namespace CrimeInsight.Data.Audit;

/// <summary>The key that signs seals: ECDSA over P-256, so that whoever verifies with the public half cannot forge (docs/adr/0009).</summary>
internal sealed class AuditKey : IDisposable
{
    private readonly ECDsa _key;

    private AuditKey(ECDsa key) => _key = key;

    /// <summary>Of the public half.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()).AsSpan(0, 16));

    /// <summary>Reads the key; makes one where nothing has been sealed yet.</summary>
    /// <exception cref="OperatorException">The file is no key, cannot be read, or is missing though there are seals.</exception>
    public static AuditKey Open(KeyFolder folder)
    {
        if (!File.Exists(folder.AuditKey) && File.Exists(folder.AuditSeals))
            throw new OperatorException(
                $"'{folder.AuditKey}' is missing, though there are seals made with it. Restore it from the backup; or put '{folder.AuditSeals}' aside, and "
                    + "sealing begins anew.");
        return LoadOrCreate(folder.AuditKey);
    }

    private static AuditKey LoadOrCreate(string path)
    {
        try
        {
            var text = PrivateFile.ReadOrCreate(path, () =>
            {
                using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                return made.ExportPkcs8PrivateKeyPem();
            });
            var key = ECDsa.Create();
            key.ImportFromPem(text);
            return new AuditKey(key);
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            throw new OperatorException(
                $"'{path}' is not a key for audit seals. Restore it from the backup: with a new one the seals made so far cannot be verified.", failure);
        }
    }

    public string Sign(byte[] data) => Convert.ToBase64String(_key.SignData(data, HashAlgorithmName.SHA256));

    public bool HasSigned(AuditSeal seal)
    {
        var signature = new byte[256];
        return Convert.TryFromBase64String(seal.Signature, signature, out var length)
            && _key.VerifyData(seal.ToSign(), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public void Dispose() => _key.Dispose();
}
