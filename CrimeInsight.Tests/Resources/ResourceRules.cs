using System.Text.RegularExpressions;

namespace CrimeInsight.Tests.Resources;

/// <summary>What must hold between the neutral texts of a concern and a translation of them.</summary>
internal static partial class ResourceRules
{
    /// <summary>Every rule that is broken; empty when all hold.</summary>
    public static IEnumerable<string> Problems(ResourceFile neutral, ResourceFile translation)
    {
        foreach (var key in neutral.Texts.Keys.Except(translation.Texts.Keys))
            yield return $"{key} is missing";
        foreach (var key in translation.Texts.Keys.Except(neutral.Texts.Keys))
            yield return $"{key} has no neutral text";
        foreach (var (key, text) in translation.Texts)
        {
            if (string.IsNullOrWhiteSpace(text))
                yield return $"{key} is blank";
            if (neutral.Texts.TryGetValue(key, out var original) && !Placeholders(original).SetEquals(Placeholders(text)))
                yield return $"{key} has other placeholders than the neutral text";
            if (!IsInScript(text, translation.Language))
                yield return $"{key} is not written in the script of {translation.Language}: {text}";
            if (translation.Language == "hi" && !IsNewspaperSpelling(text))
                yield return $"{key} is not in newspaper spelling: {text}";
        }
    }

    /// <summary>Numbers of the placeholders in a text.</summary>
    public static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    /// <summary>Hindi as newspapers write it: no dot below क ख ग ज फ, anusvara instead of candrabindu; ड़ and ढ़ keep their dot.</summary>
    public static bool IsNewspaperSpelling(string text) => !LiterarySpelling().IsMatch(text);

    // A text of placeholders, digits and signs alone belongs to every script. Proper names in Latin may stand beside the script.
    private static bool IsInScript(string text, string language)
    {
        var letters = Placeholder().Replace(text, "").Where(char.IsLetter).ToList();
        return letters.Count == 0 || language switch
        {
            "hi" => letters.Any(letter => letter is >= '\u0900' and <= '\u097F') && !letters.Any(letter => letter is >= '\u0B80' and <= '\u0BFF'),
            "ta" => letters.Any(letter => letter is >= '\u0B80' and <= '\u0BFF') && !letters.Any(letter => letter is >= '\u0900' and <= '\u097F'),
            _ => letters.All(letter => letter < '\u0250'),
        };
    }

    [GeneratedRegex("[\u0901\u0958-\u095B\u095E]|[कखगजफ]\u093C")]
    private static partial Regex LiterarySpelling();

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Placeholder();
}
