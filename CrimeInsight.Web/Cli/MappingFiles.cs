using CrimeInsight.Core;
using CrimeInsight.Core.Import;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary>Finds mappings: files, or those shipped in seed-data/mappings, by name.</summary>
internal static class MappingFiles
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "seed-data", "mappings");

    /// <returns>JSON; null when none is asked for.</returns>
    /// <exception cref="OperatorException">There is no such mapping.</exception>
    public static async Task<string?> ReadAsync(string? nameOrPath, ImportTexts texts, CancellationToken cancellationToken)
    {
        if (nameOrPath is null)
            return null;
        // A name is a name, not a way out of the folder.
        var shipped = Path.Combine(Folder, Path.GetFileName(nameOrPath) + ".json");
        var path = File.Exists(nameOrPath) ? nameOrPath : shipped;
        if (!File.Exists(path))
            throw new OperatorException(texts[nameof(ImportText.MappingUnknown), nameOrPath, string.Join(", ", Names())]);
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException(FileProblem.MappingInvalid, failure.Message);
        }
    }

    public static IReadOnlyList<string> Names() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)]
        : [];
}
