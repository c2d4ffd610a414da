using System.Collections.Frozen;
using System.Text;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Names of the canonical columns: <c>occurred_from</c> for <see cref="ImportField.OccurredFrom"/>.</summary>
internal static class ImportFields
{
    public static IReadOnlyList<ImportField> All { get; } = Enum.GetValues<ImportField>();

    private static readonly FrozenDictionary<string, ImportField> s_byName = All.ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static string NameOf(ImportField field)
    {
        var name = new StringBuilder();
        foreach (var letter in field.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    public static bool IsName(string name) => s_byName.ContainsKey(name);

    public static ImportField? Find(string name) => s_byName.TryGetValue(name, out var field) ? field : null;
}
