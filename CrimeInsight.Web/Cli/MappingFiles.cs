using CrimeInsight.Core;
using CrimeInsight.Core.Import;
using CrimeInsight.Web.Features.DataRoom;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Cli;

/// <summary>Finds mappings: files, or those shipped in seed-data/mappings, by name.</summary>
internal static class MappingFiles
{
    /// <returns>JSON; null when none is asked for.</returns>
    /// <exception cref="OperatorException">There is no such mapping.</exception>
    public static async Task<string?> ReadAsync(string? nameOrPath, ImportTexts texts, CancellationToken cancellationToken)
    {
        if (nameOrPath is null)
            return null;
        var path = File.Exists(nameOrPath) ? nameOrPath : ShippedMappings.PathOf(nameOrPath);
        if (!File.Exists(path))
            throw new OperatorException(texts[nameof(ImportText.MappingUnknown), nameOrPath, string.Join(", ", ShippedMappings.Names())]);
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException(FileProblem.MappingInvalid, failure.Message);
        }
    }
}
