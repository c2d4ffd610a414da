using CrimeInsight.Core;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Spatial.Weights;

namespace CrimeInsight.Web.Cli;

/// <summary>A file of links between places: columns <c>id,neighbour,weight</c>. Without the column weight every link has weight 1.</summary>
internal static class LinkFile
{
    /// <param name="ids">Of the places, all different.</param>
    /// <exception cref="OperatorException">The file cannot be read, or a row is not valid; the message names file, row and remedy.</exception>
    public static SpatialWeights Read(string path, IReadOnlyList<string> ids) =>
        CsvTable.Read(path, text => Read(text, path, ids), $"The weights '{path}' are neither knn:K nor distance:METRES nor a file that can be read");

    /// <param name="name">What messages call the file.</param>
    public static SpatialWeights Read(TextReader text, string name, IReadOnlyList<string> ids)
    {
        var numbers = ids.Index().ToDictionary(id => id.Item, id => id.Index, StringComparer.Ordinal);
        var (places, neighbours, weights) = (new List<int>(), new List<int>(), new List<double>());
        var known = new HashSet<(int, int)>();
        var table = new CsvTable(text, name, "id,neighbour,weight");
        var (id, neighbour, weight) = (table.Column("id"), table.Column("neighbour"), table.Find("weight"));
        while (table.Read())
        {
            var (from, until) = (PlaceOf(table, id, numbers), PlaceOf(table, neighbour, numbers));
            if (from == until)
                throw table.RefusedRow($"'{ids[from]}' is its own neighbour; leave the row out, Gi* adds the place itself.");
            if (!known.Add((from, until)))
                throw table.RefusedRow($"'{ids[from]}' has the neighbour '{ids[until]}' twice; keep one of the two.");
            places.Add(from);
            neighbours.Add(until);
            weights.Add(weight is { } column ? table.Number(column, "; weights are numbers above 0, leave links without weight out", value => value > 0) : 1);
        }

        return SpatialWeights.OfLinks(ids.Count, [.. places], [.. neighbours], [.. weights]);
    }

    private static int PlaceOf(CsvTable table, CsvColumn column, Dictionary<string, int> numbers) =>
        numbers.TryGetValue(table.Text(column), out var place)
            ? place
            : throw table.RefusedRow($"{column.Name} '{table.Text(column)}' is not among the ids of the input; add the place there or leave the link out.");
}
