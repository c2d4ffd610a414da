using System.Xml.Linq;
using CrimeInsight.Data.Keys;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Data.People;

/// <summary>Opens what <see cref="ProtectionKeyEncryptor"/> closed. Its name is stored with each key; never rename.</summary>
public sealed class ProtectionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(services.GetRequiredService<ProtectionKeyFile>().Decrypt(encryptedElement.Value));
}
