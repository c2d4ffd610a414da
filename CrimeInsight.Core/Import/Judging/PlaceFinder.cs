using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Finds what one name means, within what the names before it have said.</summary>
internal sealed class PlaceFinder(PlaceNames names)
{
    private const int MostShown = 3;

    // Of smaller towns no list is complete: without a state another may be meant.
    private const int FewestResidents = 20_000;

    private static readonly string[] s_stateWords = ["state of", "state", "ut of", "ut", "union territory of", "union territory"];
    private static readonly string[] s_districtWords =
        ["district of", "district", "dist.", "dist", "distt.", "distt", "zila", "zilla", "जिला", "ज़िला", "மாவட்டம்"];

    private static readonly string[] s_stationWords = ["police station", "p.s.", "ps", "thana", "थाना", "पुलिस थाना", "காவல் நிலையம்"];

    private readonly PlaceSpelling _spelling = new(names);

    public PlaceReading State(string name, Jurisdiction? within)
    {
        foreach (var key in KeysOf(name, s_stateWords))
            if (names.States.TryGetValue(key, out var states))
                return Choose(states, within, ImportField.State, name);
        // A district or town is no misspelt state.
        foreach (var key in KeysOf(name, s_stateWords))
            if (names.Districts.TryGetValue(key, out var known))
                return PlaceReading.Refused(
                    RejectReason.JurisdictionUnknown, ImportField.State, Show(known.Select(place => place.State).OfType<Jurisdiction>()));
        return _spelling.OfState(KeysOf(name, s_stateWords)[^1]) is { } near && near.Fits(within)
            ? PlaceReading.Found(near.Place, ImportField.State) with { CorrectedFrom = name }
            : PlaceReading.Refused(RejectReason.JurisdictionUnknown, ImportField.State);
    }

    public PlaceReading District(string name, Jurisdiction? within)
    {
        var keys = KeysOf(name, s_districtWords);
        var words = PlaceWords.Of(name);
        foreach (var key in keys)
            if (Known(key) is { Count: > 0 } known && !AreBranchesElsewhere(known, words, within))
                return within is null && PlaceWords.SayNothingAlone(words)
                    ? PlaceReading.Refused(RejectReason.JurisdictionAmbiguous, ImportField.District, Show(known))
                    : Dated(key, Choose(known, within, ImportField.District, name), within);
        if (PlaceWords.CompassKey(words) is { } compass && names.ByCompass(compass) is { Count: > 0 } turned)
            return Choose(turned, within, ImportField.District, name);
        return Unit(name, words, within) ?? Misspelt(name, keys[^1], words, within);
    }

    public PlaceReading Station(string name, Jurisdiction? within)
    {
        foreach (var key in KeysOf(name, s_stationWords))
            if (names.Stations.TryGetValue(key, out var known))
                return Choose(known, within, ImportField.Station, name);
        // Among all stations of the country a slip of the pen means nothing certain.
        if (within is null)
            return PlaceReading.Refused(RejectReason.JurisdictionUnknown, ImportField.Station);
        var bare = KeysOf(name, s_stationWords)[^1];
        var candidates = names.Stations.Where(entry => entry.Value.Exists(place => place.Fits(within))).Select(entry => entry.Key).ToList();
        return NameKey.Nearest(bare, candidates) is { } nearest
            ? Choose(names.Stations[nearest], within, ImportField.Station, name) with { CorrectedFrom = name }
            : PlaceReading.Refused(RejectReason.JurisdictionUnknown, ImportField.Station, Show(
                NameKey.Alike(bare, candidates).SelectMany(candidate => names.Stations[candidate]).Where(place => place.Fits(within))));
    }

    // Every state has a CID and a GRP: the one of another state is not meant.
    private static bool AreBranchesElsewhere(List<PlaceName> known, string[] words, Jurisdiction? within) =>
        within is not null && PlaceWords.NameBranch(words) && known.TrueForAll(name => name.Kind == PlaceNameKind.StateUnit && !name.Fits(within));

    // A column of districts may hold a state: of a case of which no more is known, or by mistake.
    private List<PlaceName> Known(string key) =>
        [.. names.Districts.GetValueOrDefault(key) ?? [], .. names.States.GetValueOrDefault(key) ?? []];

    private PlaceReading? Unit(string name, string[] words, Jurisdiction? within)
    {
        if (PlaceWords.NameBranch(words))
            return within is null
                ? PlaceReading.Refused(RejectReason.JurisdictionUnknown, ImportField.District)
                : PlaceReading.Found(within, ImportField.District) with { Note = ImportWarning.PoliceUnitNamed, Written = name };
        foreach (var shorter in PlaceWords.Shortened(words, withCompass: within is not null))
        {
            if (Known(NameKey.Of(shorter)) is not { Count: > 0 } known)
                continue;
            var found = Choose(known, within, ImportField.District, name);
            return found.Value is null ? found : found with { Note = found.Note ?? ImportWarning.PoliceUnitNamed, Written = name };
        }

        return null;
    }

    private PlaceReading Misspelt(string name, string key, string[] words, Jurisdiction? within)
    {
        if (within is null)
            return PlaceReading.Refused(RejectReason.JurisdictionUnknown, ImportField.District, Show(_spelling.Alike(key, null)));
        foreach (var form in PlaceWords.Shortened(words, withCompass: false).Select(NameKey.Of).Prepend(key))
            if (_spelling.OfDistrict(form, within) is { } near)
                return near.Kind == PlaceNameKind.Town
                    ? PlaceReading.Refused(RejectReason.JurisdictionUnknown, ImportField.District, Show([near]))
                    : PlaceReading.Of(near, ImportField.District, name) with { CorrectedFrom = name };
        return PlaceReading.Refused(RejectReason.JurisdictionUnknown, ImportField.District, Show(_spelling.Alike(key, within)));
    }

    // "within" may itself be what is named, or lie inside it: a code may stand beside the names of what is above it.
    private PlaceReading Choose(IReadOnlyList<PlaceName> known, Jurisdiction? within, ImportField field, string written)
    {
        var fitting = known.Where(name => name.Fits(within)).ToList();
        if (fitting.Count == 0)
            return OfBefore(known, within!, field, written)
                ?? Formerly(known, within!, field, written)
                ?? PlaceReading.Refused(RejectReason.JurisdictionMismatch, field, Show(known));
        var certain = MostCertain(fitting, within);
        var places = certain.Select(name => name.Place).Distinct().ToList();
        // The name of a state in a column of districts is a slip of columns, but where it repeats its state's.
        if (field == ImportField.District && within is null && certain[0] is { Kind: PlaceNameKind.Own, Place.Level: JurisdictionLevel.State })
            return PlaceReading.Refused(RejectReason.JurisdictionUnknown, field, Show(certain));
        if (places.Count > 1 || (within is null && certain[0].Kind == PlaceNameKind.StateUnit))
            return PlaceReading.Refused(RejectReason.JurisdictionAmbiguous, field, Show(certain));
        if (within is null && certain[0] is { Kind: PlaceNameKind.Town, Residents: < FewestResidents })
            return PlaceReading.Refused(RejectReason.JurisdictionUnknown, field, Show(certain));
        return within is not null && places[0].Contains(within)
            ? PlaceReading.Found(within, field) with { Note = certain[0].Note, Written = certain[0].Note is null ? null : written }
            : PlaceReading.Of(certain[0], field, written);
    }

    private static List<PlaceName> MostCertain(List<PlaceName> fitting, Jurisdiction? within)
    {
        // Delhi is a state, and a city in a column of districts.
        if (within is null && fitting.Exists(name => name.Kind == PlaceNameKind.Unit))
            fitting = fitting.FindAll(name => name.Kind != PlaceNameKind.Own || name.Place.Level != JurisdictionLevel.State);
        var kind = fitting.Min(name => name.Kind);
        // Without a state, what is not a district's own name must be the only bearer of it.
        if (within is null && kind > PlaceNameKind.Own)
            return [.. fitting.OrderBy(name => name.Kind)];
        var certain = fitting.Where(name => name.Kind == kind).ToList();
        // Chandigarh is a state and its district.
        return certain.Exists(name => name.Place.Level > JurisdictionLevel.State) && certain.Exists(name => name.Place.Level == JurisdictionLevel.State)
            ? certain.FindAll(name => name.Place.Level > JurisdictionLevel.State)
            : certain;
    }

    /// <summary>A station that is another district's today.</summary>
    private PlaceReading? OfBefore(IReadOnlyList<PlaceName> known, Jurisdiction within, ImportField field, string written) =>
        known.Where(name => names.WasIn(name.Place, within)).DistinctBy(name => name.Place).ToList() is [var only]
            ? PlaceReading.Of(only, field, written)
            : null;

    /// <summary>A place of a state that was once part of the one named, until then.</summary>
    private PlaceReading? Formerly(IReadOnlyList<PlaceName> known, Jurisdiction within, ImportField field, string written)
    {
        var former = known.Where(name => names.FormerlyIn(within, name.Place) is not null).ToList();
        if (former.Count == 0 || MostCertain(former, within).DistinctBy(name => name.Place).ToList() is not [var only])
            return null;
        return PlaceReading.Of(only, field, written) with
        {
            Until = names.FormerlyIn(within, only.Place),
            After = PlaceReading.Refused(RejectReason.JurisdictionMismatch, field, Show(known)),
        };
    }

    // Warangal was another district until 2021.
    private PlaceReading Dated(string key, PlaceReading found, Jurisdiction? within)
    {
        if (found.Value is null || found.Note is not null || names.FormerOf(key) is not { } former || former.Place == found.Value)
            return found;
        var isWithin = within is null || within.Contains(former.Place) || names.FormerlyIn(within, former.Place) is not null;
        return isWithin
            ? found with { Since = former.Until, Before = PlaceReading.Found(former.Place, found.Field) with { Until = found.Until, After = found.After } }
            : found;
    }

    private static string[] KeysOf(string name, string[] words) =>
        NameKey.Without(name, words) is { } shorter ? [NameKey.Of(name), NameKey.Of(shorter)] : [NameKey.Of(name)];

    private static string? Show(IEnumerable<PlaceName> known) => Join(known.Select(name => name.ToString()));

    private static string? Show(IEnumerable<Jurisdiction> places) => Join(places.Select(place => $"{place.NameIn("en")} ({place.Code})"));

    private static string? Join(IEnumerable<string> places) => string.Join(" / ", places.Distinct().Take(MostShown)) is { Length: > 0 } shown ? shown : null;
}
