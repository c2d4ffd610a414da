using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace CrimeInsight.Data.People;

/// <summary>Keys that protect cookies and forms, in the database so that every instance reads the same ones.</summary>
internal sealed class ProtectionKeyRepository(NpgsqlDataSource dataSource) : IXmlRepository
{
    private const string ListSql = """
        SELECT xml
        FROM crime.protection_key
        ORDER BY created_at
        """;

    private const string StoreSql = """
        INSERT INTO crime.protection_key (friendly_name, xml)
        VALUES (@friendlyName, @xml)
        ON CONFLICT (friendly_name) DO UPDATE
        SET xml = excluded.xml
        """;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = dataSource.OpenConnection();
        return [.. connection.Query<string>(ListSql).Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = dataSource.OpenConnection();
        connection.Execute(StoreSql, new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }
}
