using System.Collections.Frozen;
using System.Reflection;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Core.Import.Suggesting;

/// <summary>What columns are called, in thirteen languages: seed-data/import-headers.csv, our own file.</summary>
internal static class HeaderSynonyms
{
    private static readonly FrozenDictionary<string, ImportField> s_fields = Read();

    /// <summary>The canonical column that a header names; null when it names none.</summary>
    public static ImportField? Find(string header) => s_fields.TryGetValue(HeaderNames.Key(header), out var field) ? field : null;

    private static FrozenDictionary<string, ImportField> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("import-headers.csv")
            ?? throw new InvalidOperationException("import-headers.csv is not embedded.");
        using var reader = new StreamReader(stream);
        var table = new CsvTable(reader, "import-headers.csv", "field,header");
        var (field, header) = (table.Column("field"), table.Column("header"));
        var found = new Dictionary<string, ImportField>();
        while (table.Read())
            if (ImportFields.Find(table.Text(field)) is { } known)
                found.TryAdd(HeaderNames.Key(table.Text(header)), known);
        foreach (var known in ImportFields.All)
            found[HeaderNames.Key(ImportFields.NameOf(known))] = known;
        return found.ToFrozenDictionary();
    }
}
