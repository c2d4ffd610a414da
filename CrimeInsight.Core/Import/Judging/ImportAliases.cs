using System.Reflection;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Other names of jurisdictions and crime heads: seed-data/import-aliases.csv, our own file.</summary>
internal static class ImportAliases
{
    public const string Jurisdiction = "jurisdiction";
    public const string Head = "head";

    /// <summary>A word that tells one of the heads that share a section.</summary>
    public const string Word = "word";

    public static IReadOnlyList<(string Kind, string Alias, string Code)> All { get; } = Load();

    private static List<(string, string, string)> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("import-aliases.csv")
            ?? throw new InvalidOperationException("The aliases are not embedded.");
        using var reader = new StreamReader(stream);
        var table = new CsvTable(reader, "import-aliases.csv", "kind,alias,code");
        var (kind, alias, code) = (table.Column("kind"), table.Column("alias"), table.Column("code"));
        var all = new List<(string, string, string)>();
        while (table.Read())
            all.Add((table.Text(kind), table.Text(alias), table.Text(code)));
        return all;
    }
}
