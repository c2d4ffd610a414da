using CrimeInsight.Data.Migrations;
using CrimeInsight.Data.Startup;

namespace CrimeInsight.Tests.Support;

/// <summary>Texts of the migrations in their order, for databases of before.</summary>
internal static class MigrationScripts
{
    private const string Folder = ".Migrations.";

    /// <summary>Those before a number.</summary>
    public static IEnumerable<string> Until(string number) => Between("", number);

    /// <summary>Those from a number on and before another.</summary>
    public static IEnumerable<string> Between(string from, string until) => typeof(DatabaseMigrator).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Where(name => NumberOf(name) is var number && string.CompareOrdinal(number, from) >= 0 && string.CompareOrdinal(number, until) < 0)
        .Select(TextOf);

    private static string NumberOf(string name) => name[(name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(DatabaseMigrator).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("$app_role$", $"\"{CrimeDatabase.AppRole}\"", StringComparison.Ordinal);
    }
}
