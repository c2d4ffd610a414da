using System.Reflection;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.OfficialFigures.Reading;

/// <summary>
/// The names under which NCRB prints heads, and what they are to ours: seed-data/ncrb-heads.csv, our own file. What a name means may depend on the
/// heads beside it: "Theft" holds vehicle theft in one table and leaves it out in another.
/// </summary>
internal sealed partial class PrintedHeads
{
    private const int LeastTitleLetters = 4;
    private static readonly IReadOnlyList<Entry> s_all = Load();
    private static readonly ILookup<string, Entry> s_byKey = s_all.ToLookup(entry => NameKey.Of(entry.Name), StringComparer.Ordinal);
    private static readonly Dictionary<string, string[]> s_parts = s_all
        .Where(entry => entry.Kind == PrintedKind.Part)
        .GroupBy(entry => entry.Code)
        .ToDictionary(group => group.Key, group => group.Select(entry => NameKey.Of(entry.Name)).Distinct().ToArray());

    private readonly HeadIndex _ours;
    private readonly CrimeHeadTree _tree;

    public PrintedHeads(CrimeHeadTree tree)
    {
        _tree = tree;
        _ours = new HeadIndex(tree, new StatuteIndex([], tree));
    }

    /// <summary>What the heads of one table are.</summary>
    public IReadOnlyDictionary<string, PrintedHead> Resolve(IReadOnlyCollection<string> names)
    {
        var present = names.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => Resolve(name, present), StringComparer.Ordinal);
    }

    /// <summary>All parts of a head are in the table.</summary>
    public static bool AreComplete(string measure, IEnumerable<string> names)
    {
        var present = names.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        // The two spellings of one set of parts stand for each other.
        return s_parts.TryGetValue(measure, out var parts) && parts.Count(present.Contains) >= (measure == "sc-st-atrocities" ? 2 : parts.Length);
    }

    /// <summary>The head that a title names, such as "Table 2A.1: Murder, 2020 to 2022"; null: none.</summary>
    public static string? InTitle(IEnumerable<string> titles)
    {
        var title = NameKey.Of(string.Join(' ', titles));
        return s_all.Where(entry => entry.Kind == PrintedKind.Same && NameKey.Of(entry.Name) is { Length: >= LeastTitleLetters } key
                && title.Contains(key, StringComparison.Ordinal))
            .MaxBy(entry => entry.Name.Length)?.Name;
    }

    private PrintedHead Resolve(string name, HashSet<string> present)
    {
        var entry = s_byKey[KeyOf(name)].FirstOrDefault(entry => entry.Beside.Length == 0 || present.Contains(NameKey.Of(entry.Beside)));
        if (entry is not null)
            return new PrintedHead(name, entry.Kind, entry.Code.Length == 0 ? null : entry.Code);
        // Codes and names of ours, and what imports know; never a guess.
        if (_tree.Find(name) is { } own)
            return new PrintedHead(name, PrintedKind.Same, OfficialMeasures.Of(own));
        return name.Any(char.IsLetter) && _ours.LeafNamed(name) is { } head
            ? new PrintedHead(name, PrintedKind.Same, head.Code)
            : new PrintedHead(name, PrintedKind.Unknown, null);
    }

    // Sections behind a name, "MURDER (Section 302 IPC)", and what a column counts, "- Cases Reported", are no part of it.
    private static string KeyOf(string name) => NameKey.Of(name) is var key && s_byKey.Contains(key) ? key : NameKey.Of(Behind().Replace(name, ""));

    private static List<Entry> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ncrb-heads.csv")
            ?? throw new InvalidOperationException("The printed heads are not embedded.");
        using var reader = new StreamReader(stream);
        var table = new CsvTable(reader, "ncrb-heads.csv", "name,kind,code,beside");
        var (name, kind, code, beside) = (table.Column("name"), table.Column("kind"), table.Column("code"), table.Column("beside"));
        var all = new List<Entry>();
        while (table.Read())
            all.Add(new Entry(table.Text(name), Enum.Parse<PrintedKind>(table.Text(kind), ignoreCase: true), table.Text(code), table.Text(beside)));
        return all;
    }

    [GeneratedRegex(
        @"\s*[\(\[][^)\]]*\b(sec|section|u/s|ipc|bns|r/w)\b[^)\]]*[\)\]]|\s*[-–:]?\s*\(?\b(no\. of )?(cases?( reported| registered)?|incidence|\(?I\)?)\)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    private sealed record Entry(string Name, PrintedKind Kind, string Code, string Beside);
}
