using System.Collections.Frozen;
using System.Reflection;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Words of values in thirteen languages: seed-data/import-words.csv, our own file.</summary>
internal static class ImportWords
{
    public const string Month = "month", Weekday = "weekday", DayPart = "daypart", Clock = "clock", Between = "between", Range = "range";
    public const string Gender = "gender", Age = "age", Scale = "scale", Rupee = "rupee", Total = "total", Note = "note", Cancelled = "cancelled";
    public const string Child = "child";

    private static readonly FrozenDictionary<(string Kind, string Key), string> s_means = Read();

    /// <summary>What a word means; null when it is none of that kind.</summary>
    public static string? Find(string kind, ReadOnlySpan<char> word) => s_means.GetValueOrDefault((kind, WordKey.Of(word)));

    /// <summary>The words of a kind that mean the same, as <see cref="WordKey"/> has them.</summary>
    public static IEnumerable<string> Of(string kind, string means) =>
        s_means.Where(entry => entry.Key.Kind == kind && entry.Value == means).Select(entry => entry.Key.Key);

    public static bool Has(string kind, ReadOnlySpan<char> word) => Find(kind, word) is not null;

    private static FrozenDictionary<(string, string), string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("import-words.csv")
            ?? throw new InvalidOperationException("import-words.csv is not embedded.");
        using var reader = new StreamReader(stream);
        var table = new CsvTable(reader, "import-words.csv", "kind,word,means");
        var (kind, word, means) = (table.Column("kind"), table.Column("word"), table.Column("means"));
        var found = new Dictionary<(string, string), string>();
        while (table.Read())
            found.TryAdd((table.Text(kind), WordKey.Of(table.Span(word))), table.Text(means));
        return found.ToFrozenDictionary();
    }
}
