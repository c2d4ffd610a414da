using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Spatial.Weights;
using Sylvan.Data.Csv;

namespace CrimeInsight.Web.Cli;

/// <summary>A file of links between places: columns <c>id,neighbour,weight</c>. Without the column weight every link has weight 1.</summary>
internal static class LinkFile
{
    /// <param name="ids">Of the places, all different.</param>
    /// <exception cref="OperatorException">The file cannot be read, or a row is not valid; the message names file, row and remedy.</exception>
    public static SpatialWeights Read(string path, IReadOnlyList<string> ids)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader, path, ids);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The weights '{path}' are neither knn:K nor distance:METRES nor a file that can be read: {failure.Message}", failure);
        }
    }

    /// <param name="name">What messages call the file.</param>
    public static SpatialWeights Read(TextReader text, string name, IReadOnlyList<string> ids)
    {
        var numbers = ids.Index().ToDictionary(id => id.Item, id => id.Index, StringComparer.Ordinal);
        var (places, neighbours, weights) = (new List<int>(), new List<int>(), new List<double>());
        var known = new HashSet<(int, int)>();
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Culture = CultureInfo.InvariantCulture });
            var (id, neighbour, weight) = (ColumnOf(csv, name, "id"), ColumnOf(csv, name, "neighbour"), Find(csv, "weight"));
            while (csv.Read())
            {
                var (from, until) = (PlaceOf(csv, name, "id", id, numbers), PlaceOf(csv, name, "neighbour", neighbour, numbers));
                if (from == until)
                    throw new OperatorException($"'{name}', row {csv.RowNumber}: '{ids[from]}' is its own neighbour; leave the row out, Gi* adds the place itself.");
                if (!known.Add((from, until)))
                    throw new OperatorException($"'{name}', row {csv.RowNumber}: '{ids[from]}' has the neighbour '{ids[until]}' twice; keep one of the two.");
                places.Add(from);
                neighbours.Add(until);
                weights.Add(weight < 0 ? 1 : WeightOf(csv, name, weight));
            }
        }
        catch (CsvMissingHeadersException empty)
        {
            throw new OperatorException($"'{name}' is empty; its first row must name id,neighbour,weight.", empty);
        }
        catch (CsvFormatException broken)
        {
            throw new OperatorException($"'{name}', row {broken.RowNumber} is not valid CSV; look for a quote that is not closed.", broken);
        }

        return SpatialWeights.OfLinks(ids.Count, [.. places], [.. neighbours], [.. weights]);
    }

    private static int PlaceOf(CsvDataReader csv, string file, string column, int ordinal, Dictionary<string, int> numbers) =>
        numbers.TryGetValue(csv.GetString(ordinal), out var place)
            ? place
            : throw new OperatorException($"'{file}', row {csv.RowNumber}: {column} '{csv.GetString(ordinal)}' is not among the ids of the input; add the place there or leave the link out.");

    private static double WeightOf(CsvDataReader csv, string file, int ordinal)
    {
        var text = csv.GetString(ordinal);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight) && weight > 0
            ? weight
            : throw new OperatorException($"'{file}', row {csv.RowNumber}: weight is '{text}'; weights are numbers above 0, leave links without weight out.");
    }

    private static int ColumnOf(CsvDataReader csv, string file, string name)
    {
        var column = Find(csv, name);
        return column >= 0 ? column : throw new OperatorException($"'{file}' has no column '{name}'; its first row must name id,neighbour,weight.");
    }

    private static int Find(CsvDataReader csv, string name)
    {
        for (var column = 0; column < csv.FieldCount; column++)
        {
            if (string.Equals(csv.GetName(column).Trim(), name, StringComparison.OrdinalIgnoreCase))
                return column;
        }

        return -1;
    }
}
