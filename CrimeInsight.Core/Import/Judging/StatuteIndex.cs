using System.Text.RegularExpressions;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Finds crime heads by the sections a case is registered under: "IPC 302", "u/s 302/34 IPC", "BNS 303(2)", "66C IT Act".
/// Of several sections the first that belongs to a head decides, which is how registers write the principal offence.
/// </summary>
internal sealed partial class StatuteIndex
{
    private static readonly (string Word, string Key)[] s_acts =
    [
        ("BNS", "BNS"), ("BHARATIYA NYAYA SANHITA", "BNS"), ("भारतीय न्याय संहिता", "BNS"), ("IPC", "IPC"), ("INDIAN PENAL CODE", "IPC"),
        ("I.P.C", "IPC"), ("भादंवि", "IPC"), ("भा.दं.सं", "IPC"), ("भादवि", "IPC"), ("இ.த.ச", "IPC"), ("பி.என்.எஸ்", "BNS"),
        ("IT ACT", "IT"), ("POCSO", "POCSO"), ("NDPS", "NDPS"), ("ARMS ACT", "ARMS"), ("MV ACT", "MV"), ("M.V. ACT", "MV"), ("DP ACT", "DP"),
        ("DOWRY PROHIBITION ACT", "DP"), ("ELECTRICITY ACT", "ELECTRICITY"), ("GAMBLING ACT", "GAMBLING"), ("SC/ST", "SCST"),
    ];

    private readonly Dictionary<(string Act, string Section), SortedSet<string>> _heads = [];
    private readonly Dictionary<string, (DateOnly? From, DateOnly? Until)> _validity = [];

    public StatuteIndex(IEnumerable<StatuteSection> sections)
    {
        foreach (var section in sections)
        {
            var name = section.Section.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            if (ActOf(section.Act.ToUpperInvariant()) is not { } act || Sections().Match(name) is not { Success: true } found)
                continue;
            Add(act, name, section.HeadCode);
            // Also without its subsection; but an attempt, "376 r/w 511", must not make 376 doubtful.
            if (found.Length == name.Length && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket)
                Add(act, name[..bracket], section.HeadCode);
            _validity[act] = (section.ValidFrom, section.ValidUntil);
        }
    }

    /// <summary>Codes of the heads that a text of sections may mean; empty when it is none.</summary>
    public (string Act, IReadOnlyCollection<string> Heads) Find(string text)
    {
        var upper = text.ToUpperInvariant();
        if (ActOf(upper) is not { } act)
            return ("", []);
        var joined = upper.Replace(" ", "", StringComparison.Ordinal);
        foreach (var ((known, section), heads) in _heads)
            if (known == act && section.Contains("R/W", StringComparison.Ordinal) && joined.Contains(section, StringComparison.Ordinal))
                return (act, heads);
        foreach (Match match in Sections().Matches(upper))
        {
            var section = match.Value.Replace(" ", "", StringComparison.Ordinal);
            if (_heads.TryGetValue((act, section), out var heads))
                return (act, heads);
            if (section.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket && _heads.TryGetValue((act, section[..bracket]), out heads))
                return (act, heads);
        }

        return (act, []);
    }

    public bool IsInForce(string act, DateOnly date) =>
        !_validity.TryGetValue(act, out var period) || ((period.From is not { } from || date >= from) && (period.Until is not { } until || date < until));

    private static string? ActOf(string upper)
    {
        foreach (var (word, key) in s_acts)
            if (upper.Contains(word, StringComparison.Ordinal))
                return key;
        return null;
    }

    private void Add(string act, string section, string headCode)
    {
        if (!_heads.TryGetValue((act, section), out var heads))
            _heads[(act, section)] = heads = new SortedSet<string>(StringComparer.Ordinal);
        heads.Add(headCode);
    }

    // Three digits at most: the year of an act is none.
    [GeneratedRegex(@"(?<![\d(A-Z])\d{1,3}[A-Z]{0,2}(?:\s?\(\d[A-Z]{0,2}\))?(?:\([A-Z]\))?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Sections();
}
