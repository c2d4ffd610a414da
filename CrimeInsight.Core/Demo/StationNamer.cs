using System.Collections.Immutable;
using System.Globalization;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// Names of a district's stations: the district, then a quarter (towns), a direction or a numbered block (countryside),
/// or a subject. Larger cities add a direction to a quarter. Unique within the district in every language.
/// </summary>
internal sealed class StationNamer
{
    private static readonly string[] s_directions = ["north", "south", "east", "west"];
    private static readonly string[] s_specials = ["women-police-station", "cyber-crime", "traffic", "economic-offences", "crime-branch"];

    /// <summary>Stations a district needs before it has one, two, … stations for a subject.</summary>
    private static readonly int[] s_specialFrom = [8, 16, 30, 45, 60];
    private const string NumberedPart = "block";

    private readonly DemoDistrict _district;
    private readonly ImmutableArray<StationNamePart> _parts;
    private readonly DemoRandom _random;
    private readonly HashSet<string> _taken = [];

    public StationNamer(DemoDistrict district, ImmutableArray<StationNamePart> parts, DemoRandom random) =>
        (_district, _parts, _random) = (district, parts, random);

    public static int SpecialCount(int stations) => s_specialFrom.Count(from => stations >= from);

    public List<IReadOnlyDictionary<string, string>> Create(int urban, int rural, int special)
    {
        var names = new List<IReadOnlyDictionary<string, string>>(urban + rural + special);
        var quarters = Shuffle(_parts.Where(part => part.Kind == StationNameKind.Place));
        var country = Shuffle(_parts.Where(part => part.Kind == StationNameKind.Rural && part.Key != NumberedPart));
        var directions = s_directions.Select(Part).ToArray();
        Take(names, urban, quarters.Select(quarter => new[] { quarter })
            .Concat(directions.SelectMany(direction => quarters.Select(quarter => new[] { quarter, direction }))));
        Take(names, rural, country.Select(part => new[] { part }));
        Take(names, special, s_specials.Select(key => new[] { Part(key) }));
        return names;
    }

    private StationNamePart Part(string key) =>
        _parts.FirstOrDefault(part => part.Key == key)
            ?? throw new ArgumentException($"The station name parts lack '{key}'; restore it in station-name-parts.csv.");

    private StationNamePart[] Shuffle(IEnumerable<StationNamePart> parts)
    {
        var shuffled = parts.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = _random.NextIndex(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    private void Take(List<IReadOnlyDictionary<string, string>> names, int count, IEnumerable<StationNamePart[]> compositions)
    {
        using var next = compositions.GetEnumerator();
        var number = 0;
        while (count > 0)
        {
            var name = next.MoveNext() ? Compose(next.Current, null) : Compose([Part(NumberedPart)], ++number);
            if (!name.All(entry => !_taken.Contains(entry.Key + entry.Value)))
                continue;
            foreach (var (language, text) in name)
                _taken.Add(language + text);
            names.Add(name);
            count--;
        }
    }

    private Dictionary<string, string> Compose(StationNamePart[] parts, int? number)
    {
        var name = new Dictionary<string, string>();
        foreach (var (language, district) in _district.Names)
            name[language] = string.Join(' ', [
                district,
                .. parts.Select(part => part.Names.GetValueOrDefault(language, part.Names["en"])),
                .. number is { } value ? [value.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()]);
        return name;
    }
}
