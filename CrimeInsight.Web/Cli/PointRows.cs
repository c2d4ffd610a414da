using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using Sylvan.Data.Csv;

namespace CrimeInsight.Web.Cli;

/// <summary>Gathers the rows of a <see cref="PointFile"/> and checks each cell.</summary>
/// <param name="choices">Sets of columns beside the coordinates; the file has those of one of them.</param>
internal sealed class PointRows(string file, bool hasIds, PointColumn[][] choices)
{
    private const string MomentRemedy = "write days as numbers, or yyyy-MM-dd, or yyyy-MM-dd HH:mm";

    private static readonly string[] s_momentFormats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    private readonly Dictionary<string, int> _rowOfId = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private PointColumn[] _extras = choices[0];
    private List<double>[] _values = [];
    private int[] _ordinals = [];
    private int _id;
    private bool _isDegrees;

    /// <summary>The columns, as a message names them.</summary>
    public string Wanted
    {
        get
        {
            var (id, more) = (hasIds ? "id," : "", string.Concat(choices[0].Select(extra => "," + extra.Name)));
            var others = string.Concat(choices.Skip(1).Select(choice => ", with " + Names(choice) + " instead of " + Names(choices[0])));
            return $"{id}x,y{more} (metres) or {id}lat,lon{more} (degrees){(others.Length > 0 ? others + " where wanted" : "")}";
        }
    }

    /// <summary>Finds the columns.</summary>
    public void Begin(CsvDataReader csv)
    {
        var metres = Has(csv, "x") || Has(csv, "y");
        _isDegrees = Has(csv, "lat") || Has(csv, "lon");
        if (metres && _isDegrees)
            throw new OperatorException($"'{file}' has columns of metres (x, y) and of degrees (lat, lon); keep one pair, so that the two cannot be mixed.");
        PointColumn[][] present = [.. choices.Where(choice => choice.Any(column => Has(csv, column.Name)))];
        if (present.Length > 1)
            throw new OperatorException($"'{file}' has columns of {string.Join(" and of ", present.Select(Names))}; keep one of the two, the others say something else.");
        _extras = present.Length == 1 ? present[0] : choices[0];
        (_values, _ordinals) = ([.. Enumerable.Range(0, 2 + _extras.Length).Select(_ => new List<double>())], new int[2 + _extras.Length]);
        _id = hasIds ? OrdinalOf(csv, "id") : -1;
        _ordinals[0] = OrdinalOf(csv, _isDegrees ? "lat" : "x");
        _ordinals[1] = OrdinalOf(csv, _isDegrees ? "lon" : "y");
        for (var i = 0; i < _extras.Length; i++)
            _ordinals[2 + i] = OrdinalOf(csv, _extras[i].Name);
    }

    public void Add(CsvDataReader csv)
    {
        if (_id >= 0)
            AddId(csv.GetString(_id), csv.RowNumber);
        var (first, second) = _isDegrees ? ("lat", "lon") : ("x", "y");
        _values[0].Add(Coordinate(csv, 0, first, _isDegrees ? 90 : MetrePoints.MostMetres));
        _values[1].Add(Coordinate(csv, 1, second, _isDegrees ? 180 : MetrePoints.MostMetres));
        for (var i = 0; i < _extras.Length; i++)
            _values[2 + i].Add(ExtraOf(csv, 2 + i, _extras[i]));
    }

    /// <exception cref="OperatorException">There was no row.</exception>
    public (string[] Ids, PointSet Points, ImmutableDictionary<string, double[]> Values) End()
    {
        if (_values is [] || _values[0].Count == 0)
            throw new OperatorException($"'{file}' has no rows; it needs a header {Wanted} and at least one point.");
        var (first, second) = (_values[0].ToArray(), _values[1].ToArray());
        PointSet points = _isDegrees ? new DegreePoints(first, second) : new MetrePoints(first, second);
        return ([.. _ids], points, _extras.Index().ToImmutableDictionary(extra => extra.Item.Name, extra => _values[2 + extra.Index].ToArray(), StringComparer.OrdinalIgnoreCase));
    }

    private void AddId(string id, int row)
    {
        if (string.IsNullOrWhiteSpace(id))
            throw new OperatorException($"'{file}', row {row}: id is empty; give every point an id of its own.");
        if (!_rowOfId.TryAdd(id, row))
            throw new OperatorException($"'{file}', row {row}: id '{id}' was already used in row {_rowOfId[id]}; give every point an id of its own.");
        _ids.Add(id);
    }

    private double Coordinate(CsvDataReader csv, int position, string column, double most)
    {
        var text = csv.GetFieldSpan(_ordinals[position]);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw Refused(csv, column, text, "which is not a number; write it with a decimal point, and leave out points without a place");
        return Math.Abs(value) <= most
            ? value
            : throw Refused(csv, column, text, _isDegrees
                ? string.Create(CultureInfo.InvariantCulture, $"outside −{most} … {most}; degrees go into lat,lon, metres into columns named x,y")
                : string.Create(CultureInfo.InvariantCulture, $"more than {most} metres from the origin; correct the point or leave it out"));
    }

    private double ExtraOf(CsvDataReader csv, int position, PointColumn column)
    {
        var text = csv.GetFieldSpan(_ordinals[position]);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        if (column.Kind != PointColumnKind.Days)
            throw Refused(csv, column.Name, text, "which is not a number; write it with a decimal point");
        return DateTime.TryParseExact(text, s_momentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.Ticks / (double)TimeSpan.TicksPerDay
            : throw Refused(csv, column.Name, text, MomentRemedy);
    }

    private OperatorException Refused(CsvDataReader csv, string column, ReadOnlySpan<char> value, string why) =>
        new($"'{file}', row {csv.RowNumber}: {column} is '{value}', {why}.");

    private int OrdinalOf(CsvDataReader csv, string name)
    {
        var found = -1;
        for (var column = 0; column < csv.FieldCount; column++)
        {
            if (!IsNamed(csv, column, name))
                continue;
            found = found < 0 ? column : throw new OperatorException($"'{file}' has two columns '{name}'; keep one of them.");
        }

        return found >= 0 ? found : throw new OperatorException($"'{file}' has no column '{name}'; its first row must name {Wanted}.");
    }

    private static string Names(PointColumn[] columns) => string.Join(",", columns.Select(column => column.Name));

    private static bool Has(CsvDataReader csv, string name) => Enumerable.Range(0, csv.FieldCount).Any(column => IsNamed(csv, column, name));

    private static bool IsNamed(CsvDataReader csv, int column, string name) => string.Equals(csv.GetName(column).Trim(), name, StringComparison.OrdinalIgnoreCase);
}
