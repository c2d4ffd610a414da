using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>A district made since the boundaries of 2020; until administrators create it, files that name it are counted in what it was made from.</summary>
/// <param name="Names">By language; <c>en</c> always present.</param>
/// <param name="Spellings">Other ways in which files write it.</param>
/// <param name="Parents">What it was made from, the most of it first.</param>
/// <param name="Place">It, where administrators have created it.</param>
public sealed record NewDistrict(
    Jurisdiction State, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Spellings, IReadOnlyList<Jurisdiction> Parents, DateOnly Since,
    Jurisdiction? Place)
{
    private const int Telling = 4;

    /// <summary>All of a tree's states, by state and day.</summary>
    public static IEnumerable<NewDistrict> In(JurisdictionTree tree)
    {
        var groups = PlaceTables.NamesIn(tree)
            .Where(name => name is { Kind: PlaceNameKind.NewDistrict, Since: not null, State: not null })
            .GroupBy(name => (State: name.State!, Since: name.Since!.Value, Parents: string.Join(';', name.Places.Select(place => place.Code))));
        foreach (var group in groups.OrderBy(group => group.Key.State.Ordinal).ThenBy(group => group.Key.Since))
        {
            var known = tree.Within(group.Key.State, JurisdictionLevel.District)
                .SelectMany(place => place.Names.Values.Select(name => (Key: NameKey.Of(name), Place: place)))
                .DistinctBy(named => named.Key)
                .ToDictionary(named => named.Key, named => named.Place);
            foreach (var spellings in Apart(group))
            {
                var place = spellings.Select(name => known.GetValueOrDefault(NameKey.Of(name))).FirstOrDefault(one => one is not null);
                yield return new NewDistrict(group.Key.State, NamesOf(group, spellings), spellings, group.First().Places, group.Key.Since, place);
            }
        }
    }

    // Names of several districts that were made of the same ones on the same day share no word.
    private static List<List<string>> Apart(IEnumerable<PlaceName> names)
    {
        var apart = new List<List<string>>();
        var latin = names.Select(name => name.Written).Where(IsLatin).ToList();
        var count = Math.Max(1, names.Count(name => name.Written.Any(letter => letter is >= '\u0900' and <= '\u097F')));
        foreach (var name in latin)
        {
            if (apart.Find(one => count == 1 || one.Exists(other => Beginnings(other).Intersect(Beginnings(name)).Any())) is { } same)
                same.Add(name);
            else
                apart.Add([name]);
        }

        return apart;
    }

    private static Dictionary<string, string> NamesOf(IEnumerable<PlaceName> group, List<string> spellings)
    {
        var names = new Dictionary<string, string> { ["en"] = spellings.Where(name => !name.Contains('('))
                .OrderByDescending(name => spellings.Count(other => Beginnings(other).Intersect(Beginnings(name)).Any()))
                .ThenByDescending(name => name.Length)
                .ThenByDescending(name => name, StringComparer.Ordinal)
                .FirstOrDefault() ?? spellings[0] };
        Take("hi", '\u0900', '\u097F');
        Take("ta", '\u0B80', '\u0BFF');
        return names;

        // Of several districts the table does not say whose a name is.
        void Take(string language, char from, char until)
        {
            if (group.Where(name => name.Written[0] >= from && name.Written[0] <= until).ToList() is [var only])
                names[language] = only.Written;
        }
    }

    private static IEnumerable<string> Beginnings(string name) => name
        .Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= Telling)
        .Select(word => word[..Telling].ToUpperInvariant());

    private static bool IsLatin(string name) => char.IsAscii(name[0]);
}
