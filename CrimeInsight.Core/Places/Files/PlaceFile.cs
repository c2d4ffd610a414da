using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Places.Files;

/// <summary>Reads what administrators say of many places from a CSV file: residents by year, or points.</summary>
public sealed class PlaceFile(Viewer admin, JurisdictionTree tree, PlaceFileKind kind, DateOnly today)
{
    public const int MostRows = 20_000;

    private const double South = 6, North = 38, West = 68, East = 98;

    private readonly List<Jurisdiction> _roots = [.. admin.JurisdictionIds.Select(tree.Find).OfType<Jurisdiction>()];
    private readonly Dictionary<int, Dictionary<int, long?>> _residents = [];
    private readonly Dictionary<int, GeoPoint> _points = [];

    /// <summary>The columns of a kind of file, in the order of the template.</summary>
    public static IReadOnlyList<string> ColumnsOf(PlaceFileKind kind) =>
        kind == PlaceFileKind.Populations ? ["code", "year", "residents"] : ["code", "latitude", "longitude"];

    /// <param name="reason">What it rests on.</param>
    /// <exception cref="OperatorException">The file is none, lacks a column, or has too many rows.</exception>
    public PlaceFileReport Judge(TextReader text, string reason)
    {
        var names = ColumnsOf(kind);
        var table = new CsvTable(text, null, string.Join(", ", names));
        var columns = names.Select(table.Column).ToArray();
        var rows = new List<PlaceFileRow>();
        while (table.Read())
        {
            if (rows.Count == MostRows)
                throw table.Refused($"has more than {MostRows} rows; bring it in parts.");
            var code = table.Text(columns[0]).Trim();
            rows.Add(new PlaceFileRow(table.Row, code, ProblemOf(code, table.Text(columns[1]).Trim(), table.Text(columns[2]).Trim())));
        }

        return new PlaceFileReport(rows, [.. Requests(reason)]);
    }

    private IEnumerable<PlaceRequest> Requests(string reason) => kind == PlaceFileKind.Populations
        ? _residents.Select(place => new PlaceRequest(PlaceEditKind.Population, place.Key, today, reason) { Residents = place.Value })
        : _points.Select(place => new PlaceRequest(PlaceEditKind.Point, place.Key, today, reason) { Point = place.Value });

    private PlaceFileProblem? ProblemOf(string code, string first, string second)
    {
        if (tree.Find(code) is not { } place)
            return PlaceFileProblem.PlaceUnknown;
        if (!_roots.Any(root => root.Contains(place)))
            return PlaceFileProblem.PlaceNotYours;
        return kind == PlaceFileKind.Populations ? AddResidents(place.Id, first, second) : AddPoint(place.Id, first, second);
    }

    private PlaceFileProblem? AddResidents(int place, string yearText, string text)
    {
        if (!int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1901 or > 2100)
            return PlaceFileProblem.YearBad;
        // Lakhs are written with commas.
        if (!long.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var residents))
            return PlaceFileProblem.ResidentsBad;
        var years = _residents.TryGetValue(place, out var known) ? known : _residents[place] = [];
        return years.TryAdd(year, residents) ? null : PlaceFileProblem.Twice;
    }

    private PlaceFileProblem? AddPoint(int place, string latitudeText, string longitudeText)
    {
        if (!double.TryParse(latitudeText, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(longitudeText, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            || latitude is not (>= South and <= North) || longitude is not (>= West and <= East))
            return PlaceFileProblem.PointBad;
        return _points.TryAdd(place, new GeoPoint(latitude, longitude)) ? null : PlaceFileProblem.Twice;
    }
}
