using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Recognises what must not enter the product: columns of names and identities, and numbers of persons within words.</summary>
internal static partial class PersonalData
{
    /// <summary>What stands where something was blotted out.</summary>
    public const string Blotted = "▮▮▮";

    private static readonly FrozenSet<string> s_personal = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aadhaar", "aadhar", "adhaar", "uid", "uidai", "phone", "mobile", "telephone", "contact", "email", "mail", "address", "father", "mother",
        "husband", "wife", "spouse", "guardian", "relative", "dob", "birth", "pan", "passport", "voter", "epic", "caste", "religion", "community", "photo",
        "नाम", "पता", "मोबाइल", "फोन", "फ़ोन", "आधार", "पिता", "माता", "जाति", "धर्म",
        "பெயர்", "முகவரி", "கைபேசி", "தொலைபேசி", "ஆதார்", "தந்தை", "தாய்", "சாதி", "மதம்");

    private static readonly FrozenSet<string> s_names = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "surname", "fullname");

    private static readonly FrozenSet<string> s_persons = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "victim", "offender", "accused", "complainant", "informant", "suspect", "person", "witness", "officer",
        "full", "first", "last", "middle", "sur", "deceased", "arrested");

    private static readonly SearchValues<char> s_signs = SearchValues.Create("0123456789@");

    /// <summary>The header of a column names something personal: "Victim Name", "Aadhaar_No", "मोबाइल". Names of places are none.</summary>
    public static bool IsColumn(string header)
    {
        var words = Words().Matches(header).Select(match => match.Value).ToList();
        if (words.Exists(s_personal.Contains))
            return true;
        var isName = words.Exists(word => word.Equals("name", StringComparison.OrdinalIgnoreCase) || word.Equals("names", StringComparison.OrdinalIgnoreCase));
        return isName && (words.Count == 1 || words.Exists(s_persons.Contains)) || words is [var only] && s_names.Contains(only);
    }

    /// <summary>A column of a file that is neither read nor shown; canonical ones are.</summary>
    public static bool IsWithheld(string header) => !ImportFields.IsName(header) && IsColumn(header);

    /// <summary>The words without telephone and Aadhaar numbers and e-mail addresses; null when there were none.</summary>
    public static string? Blot(ReadOnlySpan<char> words)
    {
        if (!words.ContainsAny(s_signs))
            return null;
        foreach (var _ in Numbers().EnumerateMatches(words))
            return Numbers().Replace(words.ToString(), Blotted);
        return null;
    }

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\p{L}\p{M}-[A-Za-z]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    // Indian mobile numbers, Aadhaar in groups of four, e-mail addresses.
    [GeneratedRegex(
        @"(?<!\d)(?:\+?91[\s-]?|0)?[6-9]\d{4}[\s-]?\d{5}(?!\d)|(?<!\d)\d{4}([\s-]?)\d{4}\1\d{4}(?!\d)|[\w.+-]+@[\w-]+\.[\w.-]+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
