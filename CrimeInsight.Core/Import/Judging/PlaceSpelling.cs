using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Finds the known names that a name sounds like.</summary>
internal sealed class PlaceSpelling(PlaceNames names)
{
    private const int MostSuggestions = 3, MostDoubtAnywhere = 2, FewestLettersOfBeginning = 4, OfBeginning = 2;

    /// <summary>The one state that a name can be a slip of; null when none or several are.</summary>
    public PlaceName? OfState(string key) =>
        Nearest(key, names.States.SelectMany(entry => entry.Value.Select(name => new PlaceNames.Sounding(NameSpelling.Fold(entry.Key), entry.Key, name))));

    /// <summary>The one place of a state, district or unit that a name can be a slip of; null when none or several are.</summary>
    public PlaceName? OfDistrict(string key, Jurisdiction within) => Nearest(key, SoundsWithin(within));

    /// <summary>Names that resemble one, the most alike first.</summary>
    /// <param name="within">Only names of its state; null: of all, if they are very much alike.</param>
    public IEnumerable<PlaceName> Alike(string key, Jurisdiction? within)
    {
        var sound = NameSpelling.Fold(key);
        var most = NameSpelling.MostDoubt(sound);
        if (sound.Length == 0 || most == 0)
            return [];
        if (within is null)
            most = Math.Min(most, MostDoubtAnywhere);
        return SoundsWithin(within)
            .Where(known => known.Sound.Length > 0 && known.Sound[0] == sound[0])
            .Select(known => (known.Name, Distance: Likeness(key, sound, known, most)))
            .Where(known => known.Distance <= most)
            .OrderBy(known => known.Distance).ThenBy(known => known.Name.Kind).ThenBy(known => known.Name.Written, StringComparer.Ordinal)
            .Select(known => known.Name)
            .DistinctBy(name => name.Place)
            .Take(MostSuggestions);
    }

    private IEnumerable<PlaceNames.Sounding> SoundsWithin(Jurisdiction? within) =>
        names.SoundsOf(within).Where(known => known.Name.Fits(within));

    private static int Likeness(string key, string sound, PlaceNames.Sounding known, int most) =>
        key.Length >= FewestLettersOfBeginning && known.Key.StartsWith(key, StringComparison.Ordinal)
            ? Math.Min(OfBeginning, NameSpelling.Distance(sound, known.Sound, most))
            : NameSpelling.Distance(sound, known.Sound, most);

    private static PlaceName? Nearest(string key, IEnumerable<PlaceNames.Sounding> candidates)
    {
        var sound = NameSpelling.Fold(key);
        var least = NameSpelling.MostSlips(sound) + 1;
        PlaceName? nearest = null;
        var areSeveral = false;
        foreach (var known in candidates)
        {
            if (known.Sound.Length == 0 || sound.Length == 0 || known.Sound[0] != sound[0])
                continue;
            var distance = NameSpelling.Distance(sound, known.Sound, least);
            if (distance > least || distance > NameSpelling.MostSlips(sound))
                continue;
            if (distance < least)
                (least, nearest, areSeveral) = (distance, known.Name, false);
            else if (nearest!.Place != known.Name.Place)
                areSeveral = true;
            else if (known.Name.Kind < nearest.Kind)
                nearest = known.Name;
        }

        return areSeveral ? null : nearest;
    }
}
