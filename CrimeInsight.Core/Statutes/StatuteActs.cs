using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace CrimeInsight.Core.Statutes;

/// <summary>The acts that are known: seed-data/acts.csv, our own file.</summary>
public static class StatuteActs
{
    public const string Ipc = "IPC";
    public const string Bns = "BNS";

    /// <summary>Stands for an act that is not known.</summary>
    public const string Other = "SLL";

    private const string Header = "code,kind,head_code,from,until,lettered,en,hi,ta,aliases";

    private static readonly FrozenDictionary<string, StatuteAct> s_byCode;

    static StatuteActs()
    {
        All = Load();
        s_byCode = All.ToFrozenDictionary(act => act.Code, StringComparer.OrdinalIgnoreCase);
    }

    public static ImmutableArray<StatuteAct> All { get; }

    public static StatuteAct? Find(string code) => s_byCode.GetValueOrDefault(code);

    /// <summary>The penal code of the day of an offence.</summary>
    public static StatuteAct PenalCodeOn(DateOnly day) => Find(Bns) is { } sanhita && sanhita.IsInForce(day) ? sanhita : s_byCode[Ipc];

    // Our own file: no quotes, no comma within a value.
    private static ImmutableArray<StatuteAct> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("acts.csv")
            ?? throw new InvalidOperationException("The acts are not embedded.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines[0] == Header
            ? [.. lines.Skip(1).Select(line => Read(line.Split(',')))]
            : throw new InvalidOperationException($"The table of acts begins with '{lines[0]}', not '{Header}'.");
    }

    private static StatuteAct Read(string[] cells) => new(
        cells[0], Enum.Parse<StatuteKind>(cells[1], ignoreCase: true), cells[2], Day(cells[3]), Day(cells[4]),
        new Dictionary<string, string> { ["en"] = cells[6], ["hi"] = cells[7], ["ta"] = cells[8] }, [.. cells[9].Split(';')])
    {
        Lettered = cells[5] == "-" ? FrozenSet<string>.Empty : cells[5].Split(' ').ToFrozenSet(StringComparer.Ordinal),
        HasNoLetters = cells[5] == "-" && cells[0] != Other,
    };

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
