using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using Sylvan.Data.Csv;

namespace CrimeInsight.Data.Demo;

/// <summary>What seed-data holds for planning stations.</summary>
internal sealed record StationSeed(IReadOnlyDictionary<string, int> StationsByState, ImmutableArray<StationNamePart> NameParts)
{
    public static async Task<StationSeed> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, int>();
        await foreach (var row in RowsAsync(folder, "states.csv", ["code", "stations"], cancellationToken))
            states[row[0]] = int.Parse(row[1], CultureInfo.InvariantCulture);
        var parts = ImmutableArray.CreateBuilder<StationNamePart>();
        await foreach (var row in RowsAsync(folder, "station-name-parts.csv", ["key", "kind", "en", "hi", "ta"], cancellationToken))
            parts.Add(new StationNamePart(
                row[0],
                Enum.Parse<StationNameKind>(row[1], ignoreCase: true),
                new Dictionary<string, string> { ["en"] = row[2], ["hi"] = row[3], ["ta"] = row[4] }));
        return new StationSeed(states, parts.ToImmutable());
    }

    private static async IAsyncEnumerable<string[]> RowsAsync(
        string folder, string file, string[] columns, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            throw new OperatorException($"The reference table '{path}' is missing. Restore the folder 'seed-data' beside the app, then start again.");
        await using var reader = await CsvDataReader.CreateAsync(path, cancel: cancellationToken);
        var ordinals = columns.Select(reader.GetOrdinal).ToArray();
        while (await reader.ReadAsync(cancellationToken))
            yield return [.. ordinals.Select(reader.GetString)];
    }
}
