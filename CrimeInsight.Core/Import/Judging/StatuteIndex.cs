using System.Text.RegularExpressions;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What each section is counted as, and how it is punished. No section is ever taken for another: 304A is not 304.</summary>
internal sealed partial class StatuteIndex
{
    private const string Various = "various";

    private readonly CrimeHeadTree _tree;
    private readonly Dictionary<(string Act, string Section), List<Row>> _rows = [];
    private readonly Dictionary<string, Row> _various = new(StringComparer.Ordinal);
    private readonly List<(LawSection First, LawSection Second, Row Row)> _pairs = [];

    public StatuteIndex(IEnumerable<StatuteSection> sections, CrimeHeadTree tree)
    {
        _tree = tree;
        foreach (var section in sections)
        {
            if (tree.Find(section.HeadCode) is not { } head)
                continue;
            var punishment = Punishment.Parse(section.MaxPunishment);
            if (section.Section == Various)
                _various[section.Act] = new Row("", head, punishment);
            else if (section.Section.Split(" r/w ") is [var first, var second])
                _pairs.Add((Of(section.Act, first), Of(section.Act, second), new Row("", head, punishment)));
            else if (Of(section.Act, section.Section) is var own)
                RowsOf(own).Add(new Row(own.Subsection, head, punishment));
        }
    }

    public bool IsKnown(LawSection section) => _rows.ContainsKey((section.Act, section.Section));

    /// <summary>What the sections of a case are counted as, those that two of them make together included.</summary>
    public IEnumerable<Offence> Offences(IReadOnlyList<LawSection> sections)
    {
        for (var place = 0; place < sections.Count; place++)
            if (Find(sections, place) is { } offence)
                yield return offence;
    }

    private Offence? Find(IReadOnlyList<LawSection> sections, int place)
    {
        var section = sections[place];
        if (StatuteActs.Find(section.Act) is not { } act)
            return null;
        foreach (var (first, second, pair) in _pairs)
            if (first.Holds(section) && sections.Any(other => second.Holds(other)))
                return new Offence(place, [pair.Head], act, pair.Punishment, true);
        if (_rows.TryGetValue((section.Act, section.Section), out var rows) && Matching(rows, section.Subsection) is { Count: > 0 } found)
            return new Offence(place, Ordered(found), act, Least(found), true);
        if (_various.TryGetValue(section.Act, out var any))
            return new Offence(place, [any.Head], act, any.Punishment, true);
        return _tree.Find(act.HeadCode) is { } rest && _tree.IsLeaf(rest.Id) ? new Offence(place, [rest], act, Punishment.None, false) : null;
    }

    // The row of the section itself or, clause by clause, of what holds it; else all parts of what was named.
    private static List<Row> Matching(List<Row> rows, string subsection)
    {
        for (var name = subsection; ; name = name[..name.LastIndexOf('(')])
        {
            var same = rows.FindAll(row => row.Subsection == name);
            if (same.Count > 0)
                return same;
            var parts = rows.FindAll(row => row.Subsection.StartsWith(name, StringComparison.Ordinal));
            if (parts.Count > 0 || name.Length == 0)
                return parts;
        }
    }

    private static Punishment Least(List<Row> rows) => rows.Select(row => row.Punishment).Where(punishment => punishment > Punishment.None)
        .DefaultIfEmpty(rows[0].Punishment).Min();

    // The residual head of those that share a section, else the one of the least punishment: nothing more than what is written is presumed.
    private static CrimeHead[] Ordered(List<Row> rows) =>
    [
        .. rows.OrderByDescending(row => row.Head.IsResidual).ThenBy(row => row.Punishment).ThenByDescending(row => row.Head.Rank)
            .Select(row => row.Head).Distinct(),
    ];

    private List<Row> RowsOf(LawSection section)
    {
        if (!_rows.TryGetValue((section.Act, section.Section), out var rows))
            _rows[(section.Act, section.Section)] = rows = [];
        return rows;
    }

    private static LawSection Of(string act, string text)
    {
        var number = Number().Match(text);
        return new LawSection(act, number.Value, text[number.Length..].Trim());
    }

    [GeneratedRegex("^[0-9]+[A-Z]*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    private sealed record Row(string Subsection, CrimeHead Head, Punishment Punishment);
}
