using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Data.Demo;

/// <summary>What seed-data holds for planning stations.</summary>
internal sealed record StationSeed(IReadOnlyDictionary<string, int> StationsByState, ImmutableArray<StationNamePart> NameParts)
{
    public static StationSeed Read(string folder)
    {
        var states = Rows(folder, "states.csv", "code", "stations").ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));
        var parts = Rows(folder, "station-name-parts.csv", "key", "kind", "en", "hi", "ta").Select(row => new StationNamePart(
            row[0],
            Enum.Parse<StationNameKind>(row[1], ignoreCase: true),
            new Dictionary<string, string> { ["en"] = row[2], ["hi"] = row[3], ["ta"] = row[4] }));
        return new StationSeed(states, [.. parts]);
    }

    private static List<string[]> Rows(string folder, string file, params string[] columns)
    {
        var path = Path.Combine(folder, file);
        return CsvTable.Read(path, text =>
        {
            var table = new CsvTable(text, path, string.Join(',', columns));
            var places = Array.ConvertAll(columns, table.Column);
            var rows = new List<string[]>();
            while (table.Read())
                rows.Add(Array.ConvertAll(places, table.Text));
            return rows;
        }, $"The reference table '{path}' is missing. Restore the folder 'seed-data' beside the app, then start again");
    }
}
