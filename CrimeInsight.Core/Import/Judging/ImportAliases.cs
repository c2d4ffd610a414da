using System.Reflection;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Other names of jurisdictions and crime heads: seed-data/import-aliases.csv, our own file (kind, alias, code; no quotes).</summary>
internal static class ImportAliases
{
    public const string Jurisdiction = "jurisdiction";
    public const string Head = "head";

    public static IReadOnlyList<(string Kind, string Alias, string Code)> All { get; } = Load();

    private static List<(string, string, string)> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("import-aliases.csv")
            ?? throw new InvalidOperationException("The aliases are not embedded.");
        using var reader = new StreamReader(stream);
        var all = new List<(string, string, string)>();
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(',');
            all.Add((parts[0], parts[1], parts[2]));
        }

        return all;
    }
}
