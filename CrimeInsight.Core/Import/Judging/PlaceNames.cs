using System.Runtime.InteropServices;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Everything that is known to name a place, by <see cref="NameKey"/>, by compass words in any order, and by how it sounds.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<string, List<PlaceName>> _byCompass = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Sounding>> _byState = [];
    private readonly Dictionary<string, (Jurisdiction Place, DateOnly Until)> _former = new(StringComparer.Ordinal);
    private readonly JurisdictionTree _tree;
    private readonly List<(Jurisdiction Whole, Jurisdiction Part, DateOnly Until)> _formerStates;

    public PlaceNames(JurisdictionTree tree, IEnumerable<PlaceAlias> learnt)
    {
        _tree = tree;
        foreach (var alias in learnt)
            if (tree.Find(alias.Code) is { } place)
                Add(new PlaceName(PlaceNameKind.Learnt, alias.Name, alias.StateCode is null ? null : tree.Find(alias.StateCode), [place]));
        foreach (var place in tree.All)
            foreach (var name in place.Names.Values.Distinct())
                Add(new PlaceName(PlaceNameKind.Own, name, StateOf(place), [place]));
        foreach (var change in tree.Changes)
            if (tree.Today(change.PlaceId) is { } place)
                foreach (var name in change.FormerNames)
                    Add(new PlaceName(PlaceNameKind.Own, name, StateOf(place), [place]));
        // A new district that was created is meant by every spelling of it, and not what it was made from.
        foreach (var made in NewDistrict.In(tree))
            if (made.Place is { } place)
                foreach (var name in made.Spellings)
                    Add(new PlaceName(PlaceNameKind.Own, name, made.State, [place]));
        foreach (var (kind, alias, code) in ImportAliases.All)
            if (kind == ImportAliases.Jurisdiction && tree.Find(code) is { } place)
                Add(new PlaceName(PlaceNameKind.Own, alias, StateOf(place), [place]));
        foreach (var name in PlaceTables.NamesIn(tree))
            Add(name);
        foreach (var (name, place, until) in PlaceTables.FormerNamesIn(tree))
            _former[NameKey.Of(name)] = (place, until);
        _formerStates = [.. PlaceTables.FormerStatesIn(tree)];
    }

    public Dictionary<string, List<PlaceName>> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Districts, and whatever a column of districts may hold instead.</summary>
    public Dictionary<string, List<PlaceName>> Districts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<PlaceName>> Stations { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<PlaceName> ByCompass(string key) => _byCompass.GetValueOrDefault(key) ?? [];

    /// <summary>Names of districts and of what stands for them, as they sound: of a place's state, or of all.</summary>
    public IEnumerable<Sounding> SoundsOf(Jurisdiction? within) =>
        within is not null && _tree.AncestorAt(within, JurisdictionLevel.State) is { } state
            ? _byState.GetValueOrDefault(state.Id) ?? []
            : _byState.Values.SelectMany(sounds => sounds);

    /// <summary>The place that a district's name meant until a day.</summary>
    public (Jurisdiction Place, DateOnly Until)? FormerOf(string key) => _former.TryGetValue(key, out var former) ? former : null;

    /// <summary>The day until which a place belonged to a state that it does not belong to any more.</summary>
    public DateOnly? FormerlyIn(Jurisdiction state, Jurisdiction place)
    {
        foreach (var (whole, part, until) in _formerStates)
            if (whole == state && part.Contains(place))
                return until;
        return null;
    }

    /// <summary>A place of a district that another district was before: files of any age name both.</summary>
    public bool WasIn(Jurisdiction place, Jurisdiction whole) => _tree.WasIn(place, whole);

    private void Add(PlaceName name)
    {
        var key = NameKey.Of(name.Written);
        if (key.Length == 0)
            return;
        if (TableOf(name) is { } table)
            ListAt(table, key).Add(name);
        // What administrators say of a column of districts may be a state or a station.
        if (name.Kind == PlaceNameKind.Learnt && TableOf(name) != Districts)
            ListAt(Districts, key).Add(name);
        else if (TableOf(name) == Districts)
            AddSpellings(key, name);
    }

    private void AddSpellings(string key, PlaceName name)
    {
        if (PlaceWords.CompassKey(PlaceWords.Of(name.Written)) is { } compass)
            ListAt(_byCompass, compass).Add(name);
        if (StateOf(name.Place) is not { } state)
            return;
        if (!_byState.TryGetValue(state.Id, out var sounds))
            _byState[state.Id] = sounds = [];
        sounds.Add(new Sounding(NameSpelling.Fold(key), key, name));
    }

    private Dictionary<string, List<PlaceName>>? TableOf(PlaceName name) => name.Place.Level switch
    {
        _ when name.Kind >= PlaceNameKind.Unit => Districts,
        JurisdictionLevel.State => States,
        JurisdictionLevel.District => Districts,
        >= JurisdictionLevel.SubDivision => Stations,
        _ => null,
    };

    private Jurisdiction? StateOf(Jurisdiction place) => _tree.AncestorAt(place, JurisdictionLevel.State);

    private static List<PlaceName> ListAt(Dictionary<string, List<PlaceName>> names, string key)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(names, key, out _);
        return list ??= [];
    }

    /// <param name="Sound">Folded by <see cref="NameSpelling"/>.</param>
    public readonly record struct Sounding(string Sound, string Key, PlaceName Name);
}
