using System.Xml.Linq;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Resources;

/// <summary>The texts of one concern in one language.</summary>
/// <param name="Language">Two letters; <c>en</c> for the neutral file.</param>
/// <param name="Comments">Comment by key, where there is one.</param>
internal sealed record ResourceFile(string Concern, string Language, IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Comments)
{
    /// <summary>Languages every concern speaks.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "hi", "ta"];

    /// <summary>Every file of the Resources folder.</summary>
    public static IReadOnlyList<ResourceFile> All { get; } =
        [.. Directory.EnumerateFiles(Repository.PathOf("Resources"), "*.resx").Order(StringComparer.Ordinal).Select(Read)];

    public static IEnumerable<string> Concerns => All.Select(file => file.Concern).Distinct();

    public static ResourceFile Of(string concern, string language) =>
        All.Single(file => file.Concern == concern && file.Language == language);

    private static ResourceFile Read(string path)
    {
        var parts = Path.GetFileNameWithoutExtension(path).Split('.');
        var entries = XDocument.Load(path).Root!.Elements("data").ToList();
        return new ResourceFile(
            parts[0],
            parts.Length == 1 ? "en" : parts[1],
            entries.ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value),
            entries.Where(entry => entry.Element("comment") is not null)
                .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("comment")!.Value));
    }
}
