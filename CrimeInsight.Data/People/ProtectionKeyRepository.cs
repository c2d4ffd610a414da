using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace CrimeInsight.Data.People;

/// <summary>
/// Keys that protect cookies and forms, in the database so that every instance reads the same ones, their secrets encrypted with a key
/// that is not there. Those that an earlier version stored in the clear are encrypted when they are read.
/// </summary>
internal sealed class ProtectionKeyRepository(NpgsqlDataSource dataSource, ProtectionKeyEncryptor encryptor) : IXmlRepository
{
    private const string ListSql = """
        SELECT friendly_name, xml
        FROM crime.protection_key
        ORDER BY created_at
        """;

    private const string StoreSql = """
        INSERT INTO crime.protection_key (friendly_name, xml)
        VALUES (@friendlyName, @xml)
        ON CONFLICT (friendly_name) DO UPDATE
        SET xml = excluded.xml
        """;

    private static readonly XNamespace s_namespace = "http://schemas.asp.net/2015/03/dataProtection";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = dataSource.OpenConnection();
        var stored = connection.Query<(string Name, string Xml)>(ListSql).Select(row => (row.Name, Element: XElement.Parse(row.Xml))).ToList();
        foreach (var (name, element) in stored)
            if (Close(element))
                Store(connection, element, name);
        return [.. stored.Select(row => row.Element)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = dataSource.OpenConnection();
        Store(connection, element, friendlyName);
    }

    private static void Store(NpgsqlConnection connection, XElement element, string friendlyName) =>
        connection.Execute(StoreSql, new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });

    // Replaces the parts that are marked as secret, as the framework does when it makes a key.
    private bool Close(XElement element)
    {
        var open = element.DescendantsAndSelf().Where(part => (bool?)part.Attribute(s_namespace + "requiresEncryption") == true).ToList();
        foreach (var part in open)
        {
            var closed = encryptor.Encrypt(new XElement(part));
            part.ReplaceWith(
                new XElement(
                    s_namespace + "encryptedSecret", new XAttribute("decryptorType", closed.DecryptorType.AssemblyQualifiedName!), closed.EncryptedElement));
        }

        return open.Count > 0;
    }
}
