using System.Xml.Linq;
using CrimeInsight.Data.Keys;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CrimeInsight.Data.People;

/// <summary>Encrypts the secret part of a protection key before it is stored.</summary>
public sealed class ProtectionKeyEncryptor(ProtectionKeyFile file) : IXmlEncryptor
{
    internal const string ElementName = "keyFile";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement(ElementName, file.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(ProtectionKeyDecryptor));
}
