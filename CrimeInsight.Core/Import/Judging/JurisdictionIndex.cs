using System.Collections.Frozen;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Finds jurisdictions by code, or by the names of state, district and station in any language, each within the one before. What is
/// known by a name is never taken for a slip of another; a misspelt name counts within its state only, when it can mean only one place.
/// </summary>
internal sealed class JurisdictionIndex
{
    public const int MostRemembered = 100_000;
    private const char Separator = '\u001F';

    private readonly JurisdictionTree _tree;
    private readonly Lazy<PlaceNames> _names;
    private readonly Dictionary<string, PlaceReading> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceReading>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenDictionary<string, PlaceReading>.AlternateLookup<ReadOnlySpan<char>> _byCode;
    private char[] _key = new char[256];

    /// <param name="learnt">What administrators have said that names mean.</param>
    public JurisdictionIndex(JurisdictionTree tree, IReadOnlyCollection<PlaceAlias>? learnt = null)
    {
        _tree = tree;
        _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        _byCode = tree.All
            .ToFrozenDictionary(place => place.Code, place => PlaceReading.Found(place, ImportField.JurisdictionCode), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        // Reducing every name of the country takes a while, and files with codes need none.
        _names = new Lazy<PlaceNames>(() => new PlaceNames(tree, learnt ?? []));
    }

    /// <summary>The finest jurisdiction named; null when nothing is named at all.</summary>
    public PlaceReading? Find(ReadOnlySpan<char> code, ReadOnlySpan<char> state, ReadOnlySpan<char> district, ReadOnlySpan<char> station)
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

    private PlaceReading Resolve(string code, string state, string district, string station)
    {
        PlaceReading? found = code.Length == 0 ? null : FindCode(code);
        if (found is { Value: null } || state.Length + district.Length + station.Length == 0)
            return found!;
        var finder = new PlaceFinder(_names.Value);
        foreach (var (name, field) in new[] { (state, ImportField.State), (district, ImportField.District), (station, ImportField.Station) })
        {
            if (name.Length == 0)
                continue;
            var next = field switch
            {
                ImportField.State => finder.State(name, found?.Value),
                ImportField.District => finder.District(name, found?.Value),
                _ => finder.Station(name, found?.Value),
            };
            // Stations open faster than lists of them are mended: the case is counted in its district.
            if (next is { Reason: RejectReason.JurisdictionUnknown, Field: ImportField.Station } && found?.Value is { Level: >= JurisdictionLevel.District })
                return found with { IsCoarser = true, Before = found.Before is null ? null : found.Before with { IsCoarser = true } };
            if (next.Value is null)
                return next;
            // Of several corrections the first is reported.
            found = found is { CorrectedFrom: { } written } ? next with { CorrectedFrom = written, Field = found.Field } : next;
        }

        return found!;
    }

    private PlaceReading FindCode(string code)
    {
        if (_tree.Find(code) is { } place)
            return PlaceReading.Found(place, ImportField.JurisdictionCode);
        // Other codes of states, such as IN-OR, are among the aliases.
        if (_names.Value.States.TryGetValue(NameKey.Of(code), out var states))
            return PlaceReading.Found(states[0].Place, ImportField.JurisdictionCode);
        var cut = code.LastIndexOf('-');
        var above = cut < 0 ? null : _tree.Find(code[..cut]);
        return above is { Level: >= JurisdictionLevel.District }
            ? PlaceReading.Found(above, ImportField.JurisdictionCode) with { IsCoarser = true }
            : PlaceReading.Refused(RejectReason.JurisdictionUnknown, ImportField.JurisdictionCode, above?.Code);
    }
}
