using System.Collections.Frozen;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Finds jurisdictions by code, or by the names of state, district and station in any language, each within the one before.
/// A misspelt name counts when it can mean only one; a name that several share needs the one above it.
/// </summary>
internal sealed class JurisdictionIndex
{
    public const int MostRemembered = 100_000;
    private const char Separator = '\u001F';

    private static readonly string[] s_districtWords = ["district", "dist.", "dist", "commissionerate", "zila", "जिला", "ज़िला", "மாவட்டம்"];
    private static readonly string[] s_stationWords = ["police station", "p.s.", "ps", "thana", "थाना", "पुलिस थाना", "காவல் நிலையம்"];

    private readonly JurisdictionTree _tree;
    private readonly Lazy<Names> _names;
    private readonly Dictionary<string, Resolution<Jurisdiction>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resolution<Jurisdiction>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenDictionary<string, Resolution<Jurisdiction>>.AlternateLookup<ReadOnlySpan<char>> _byCode;
    private char[] _key = new char[256];

    public JurisdictionIndex(JurisdictionTree tree)
    {
        _tree = tree;
        _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        _byCode = tree.All
            .ToFrozenDictionary(place => place.Code, place => Resolution<Jurisdiction>.Found(place, ImportField.JurisdictionCode), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        // Reducing every name of the country takes a while, and files with codes need none.
        _names = new Lazy<Names>(() => Names.Of(tree));
    }

    /// <summary>The finest jurisdiction named; null when nothing is named at all.</summary>
    public Resolution<Jurisdiction>? Find(ReadOnlySpan<char> code, ReadOnlySpan<char> state, ReadOnlySpan<char> district, ReadOnlySpan<char> station)
    {
        if (code.IsEmpty && state.IsEmpty && district.IsEmpty && station.IsEmpty)
            return null;
        if (state.IsEmpty && district.IsEmpty && station.IsEmpty && _byCode.TryGetValue(code, out var exact))
            return exact;
        var length = Compose(code, state, district, station);
        if (_bySpan.TryGetValue(_key.AsSpan(0, length), out var known))
            return known;
        if (_known.Count >= MostRemembered)
            _known.Clear();
        var resolution = Resolve(code.ToString(), state.ToString(), district.ToString(), station.ToString());
        _known[new string(_key, 0, length)] = resolution;
        return resolution;
    }

    private int Compose(ReadOnlySpan<char> code, ReadOnlySpan<char> state, ReadOnlySpan<char> district, ReadOnlySpan<char> station)
    {
        var length = code.Length + state.Length + district.Length + station.Length + 3;
        if (_key.Length < length)
            _key = new char[length];
        _key.AsSpan().TryWrite($"{code}{Separator}{state}{Separator}{district}{Separator}{station}", out _);
        return length;
    }

    private Resolution<Jurisdiction> Resolve(string code, string state, string district, string station)
    {
        Resolution<Jurisdiction>? found = code.Length == 0 ? null : FindCode(code);
        if (found is { Value: null })
            return found;
        if (state.Length + district.Length + station.Length == 0)
            return found!;
        var names = _names.Value;
        foreach (var (name, byName, field, words) in new[]
        {
            (state, names.States, ImportField.State, Array.Empty<string>()),
            (district, names.Districts, ImportField.District, s_districtWords),
            (station, names.Stations, ImportField.Station, s_stationWords),
        })
        {
            if (name.Length == 0)
                continue;
            var next = FindWithin(found?.Value, name, byName, field, words);
            // Stations open faster than lists of them are mended: the case is counted in its district.
            if (next is { Reason: RejectReason.JurisdictionUnknown, Field: ImportField.Station } && found?.Value is { Level: >= JurisdictionLevel.District })
                return found with { IsCoarser = true };
            if (next.Value is null)
                return next;
            // Of several corrections the first is reported.
            found = found is { CorrectedFrom: { } written } ? next with { CorrectedFrom = written, Field = found.Field } : next;
        }

        return found!;
    }

    private Resolution<Jurisdiction> FindCode(string code)
    {
        if (_tree.Find(code) is { } place)
            return Resolution<Jurisdiction>.Found(place, ImportField.JurisdictionCode);
        // Other codes of states, such as IN-OR, are among the aliases.
        if (_names.Value.States.TryGetValue(NameKey.Of(code), out var states))
            return Resolution<Jurisdiction>.Found(states[0], ImportField.JurisdictionCode);
        var cut = code.LastIndexOf('-');
        var above = cut < 0 ? null : _tree.Find(code[..cut]);
        return above is { Level: >= JurisdictionLevel.District }
            ? Resolution<Jurisdiction>.Found(above, ImportField.JurisdictionCode) with { IsCoarser = true }
            : Resolution<Jurisdiction>.Refused(RejectReason.JurisdictionUnknown, ImportField.JurisdictionCode, above?.Code);
    }

    // "within" may itself be what is named, or lie inside it: a code may stand beside the names of what is above it.
    private static Resolution<Jurisdiction> FindWithin(
        Jurisdiction? within, string name, Dictionary<string, List<Jurisdiction>> names, ImportField field, string[] words)
    {
        var key = NameKey.Of(name);
        var bare = NameKey.Without(name, words) is { } shorter ? NameKey.Of(shorter) : null;
        string? correctedFrom = null;
        if (!names.TryGetValue(key, out var matches) && (bare is null || !names.TryGetValue(bare, out matches)))
        {
            // Among all stations of the country a slip of the pen means nothing certain.
            if (key.Length == 0 || (within is null && field == ImportField.Station))
                return Resolution<Jurisdiction>.Refused(RejectReason.JurisdictionUnknown, field);
            var candidates = names.Where(entry => entry.Value.Exists(place => Fits(within, place))).Select(entry => entry.Key).ToList();
            if (NameKey.Nearest(bare ?? key, candidates) is not { } nearest)
            {
                var alike = NameKey.Alike(bare ?? key, candidates).SelectMany(candidate => names[candidate]);
                return Resolution<Jurisdiction>.Refused(RejectReason.JurisdictionUnknown, field, Show(alike, within));
            }

            (matches, correctedFrom) = (names[nearest], name);
        }

        var fitting = matches.Where(place => Fits(within, place)).Distinct().ToList();
        return fitting switch
        {
            [] => Resolution<Jurisdiction>.Refused(RejectReason.JurisdictionMismatch, field, Show(matches, null)),
            [var only] => Resolution<Jurisdiction>.Found(within is not null && only.Contains(within) ? within : only, field, correctedFrom),
            _ => Resolution<Jurisdiction>.Refused(RejectReason.JurisdictionAmbiguous, field, Show(fitting, within)),
        };
    }

    private static string? Show(IEnumerable<Jurisdiction> places, Jurisdiction? within)
    {
        var shown = string.Join(" / ", places.Where(place => Fits(within, place)).Distinct().Take(3).Select(place => $"{place.NameIn("en")} ({place.Code})"));
        return shown.Length == 0 ? null : shown;
    }

    private static bool Fits(Jurisdiction? within, Jurisdiction place) => within is null || within.Contains(place) || place.Contains(within);

    /// <summary>Jurisdictions by <see cref="NameKey"/>.</summary>
    private sealed class Names
    {
        public Dictionary<string, List<Jurisdiction>> States { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<Jurisdiction>> Districts { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<Jurisdiction>> Stations { get; } = new(StringComparer.Ordinal);

        public static Names Of(JurisdictionTree tree)
        {
            var all = new Names();
            foreach (var place in tree.All)
                foreach (var name in place.Names.Values.Distinct())
                    all.Add(name, place);
            foreach (var (kind, alias, code) in ImportAliases.All)
                if (kind == ImportAliases.Jurisdiction && tree.Find(code) is { } place)
                    all.Add(alias, place);
            return all;
        }

        private void Add(string name, Jurisdiction place)
        {
            var names = place.Level switch
            {
                JurisdictionLevel.State => States,
                JurisdictionLevel.District => Districts,
                >= JurisdictionLevel.SubDivision => Stations,
                _ => null,
            };
            if (names is null)
                return;
            var key = NameKey.Of(name);
            if (!names.TryGetValue(key, out var places))
                names[key] = places = [];
            places.Add(place);
        }
    }
}
