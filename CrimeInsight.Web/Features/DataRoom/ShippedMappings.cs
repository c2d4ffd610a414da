namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Mappings that come with the product, in seed-data/mappings, by name.</summary>
internal static class ShippedMappings
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "seed-data", "mappings");

    public static IReadOnlyList<string> Names() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Where one would be; a name is a name, not a way out of the folder.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, Path.GetFileName(name) + ".json");

    public static string Read(string name) => File.ReadAllText(PathOf(name));
}
