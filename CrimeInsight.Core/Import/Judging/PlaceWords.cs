using System.Collections.Frozen;
using System.Globalization;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Words around the names of places: compass points in any order, kinds of police units, railways and branches.</summary>
internal static class PlaceWords
{
    private static readonly FrozenDictionary<string, string> s_compass = new Dictionary<string, string>
    {
        ["north"] = "north", ["uttar"] = "north", ["uttara"] = "north", ["n"] = "north",
        ["south"] = "south", ["dakshin"] = "south", ["dakshina"] = "south", ["s"] = "south",
        ["east"] = "east", ["purba"] = "east", ["purbi"] = "east", ["purab"] = "east", ["purva"] = "east", ["eastern"] = "eastern",
        ["west"] = "west", ["paschim"] = "west", ["pashchim"] = "west", ["pashchimi"] = "west", ["paschimi"] = "west",
        ["upper"] = "upper", ["lower"] = "lower", ["central"] = "central", ["northeast"] = "north east", ["northwest"] = "north west",
        ["southeast"] = "south east", ["southwest"] = "south west",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_unit = FrozenSet.Create(
        StringComparer.Ordinal, "commissionerate", "commissionarate", "commissioner", "commr", "city", "rural", "urban", "police", "pc", "cp", "dcp", "sp",
        "dist", "distt", "district", "grameen", "gramin", "dehat", "policedist", "metro", "metropolitan", "mahanagar", "town", "suburban", "outer", "zone");

    private static readonly FrozenSet<string> s_branch = FrozenSet.Create(
        StringComparer.Ordinal, "grp", "rly", "railway", "railways", "srp", "cid", "cbcid", "eow", "stf", "ats", "sog", "scrb", "crime", "cyber", "vigilance");

    /// <summary>The words of a name in lower case; letters that stand alone are one word: G.R.P.</summary>
    public static string[] Of(string name)
    {
        var all = new List<string>();
        var isOpen = false;
        foreach (var word in new string([.. name.Select(letter => IsOfWord(letter) ? char.ToLowerInvariant(letter) : ' ')])
                     .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "and"))
        {
            var isLetter = word.Length == 1 && char.IsAsciiLetter(word[0]);
            if (isLetter && isOpen)
                all[^1] += word;
            else
                all.Add(word);
            isOpen = isLetter;
        }

        return [.. all];
    }

    /// <summary>The words in an order of their own, compass points in English; null where there is none.</summary>
    public static string? CompassKey(IReadOnlyCollection<string> words) =>
        words.Any(s_compass.ContainsKey) && words.Any(word => !s_compass.ContainsKey(word))
            ? string.Join(' ', words.SelectMany(word => s_compass.GetValueOrDefault(word, word).Split(' ')).Order(StringComparer.Ordinal))
            : null;

    /// <summary>Only words that name no place by themselves: East, Central, Rural.</summary>
    public static bool SayNothingAlone(IReadOnlyCollection<string> words) => words.All(word => s_compass.ContainsKey(word) || s_unit.Contains(word));

    /// <summary>Railway police, or a branch of a whole state.</summary>
    public static bool NameBranch(IReadOnlyCollection<string> words) => words.Any(s_branch.Contains);

    /// <summary>What remains as one word after another that only says what kind of unit it is goes, from the end and then the beginning.</summary>
    /// <param name="withCompass">Compass points at the end go too: the zones of a city.</param>
    public static IEnumerable<string> Shortened(string[] words, bool withCompass)
    {
        var rest = words;
        while (rest.Length > 1)
        {
            if (s_unit.Contains(rest[^1]) || (withCompass && s_compass.ContainsKey(rest[^1])))
                rest = rest[..^1];
            else if (s_unit.Contains(rest[0]))
                rest = rest[1..];
            else
                yield break;
            yield return string.Join(' ', rest);
        }
    }

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark;
}
