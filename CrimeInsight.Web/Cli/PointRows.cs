using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Web.Cli;

/// <summary>Gathers the rows of a <see cref="PointFile"/> and checks each cell.</summary>
internal sealed class PointRows
{
    private const string NumberRemedy = ", which is not a number; write it with a decimal point";
    private const string MomentRemedy = ", write days as numbers, or yyyy-MM-dd, or yyyy-MM-dd HH:mm";

    private static readonly string[] s_momentFormats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    private readonly Dictionary<string, int> _rowOfId = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly CsvTable _table;
    private readonly PointColumn[] _extras;
    private readonly CsvColumn[] _columns;
    private readonly List<double>[] _values;
    private readonly CsvColumn? _id;
    private readonly bool _isDegrees;

    /// <summary>Finds the columns.</summary>
    /// <param name="choices">Sets of columns beside the coordinates; the file has those of one of them.</param>
    public PointRows(CsvTable table, bool hasIds, PointColumn[][] choices)
    {
        _table = table;
        var isMetres = table.Has("x") || table.Has("y");
        _isDegrees = table.Has("lat") || table.Has("lon");
        if (isMetres && _isDegrees)
            throw table.Refused("has columns of metres (x, y) and of degrees (lat, lon); keep one pair, so that the two cannot be mixed.");
        PointColumn[][] present = [.. choices.Where(choice => choice.Any(column => table.Has(column.Name)))];
        if (present.Length > 1)
            throw table.Refused($"has columns of {string.Join(" and of ", present.Select(Names))}; keep one of the two, the others say something else.");
        _extras = present.Length == 1 ? present[0] : choices[0];
        _id = hasIds ? table.Column("id") : null;
        string[] names = [.. _isDegrees ? ["lat", "lon"] : (string[])["x", "y"], .. _extras.Select(extra => extra.Name)];
        _columns = [.. names.Select(table.Column)];
        _values = [.. names.Select(_ => new List<double>())];
    }

    /// <summary>The columns, as a message names them.</summary>
    public static string Wanted(bool hasIds, PointColumn[][] choices)
    {
        var (id, more) = (hasIds ? "id," : "", string.Concat(choices[0].Select(extra => "," + extra.Name)));
        var others = string.Concat(choices.Skip(1).Select(choice => ", with " + Names(choice) + " instead of " + Names(choices[0])));
        return $"{id}x,y{more} (metres) or {id}lat,lon{more} (degrees){(others.Length > 0 ? others + " where wanted" : "")}";
    }

    /// <summary>Adds the current row.</summary>
    public void Add()
    {
        if (_id is { } id)
            AddId(_table.Text(id), _table.Row);
        _values[0].Add(Coordinate(_columns[0], _isDegrees ? 90 : MetrePoints.MostMetres));
        _values[1].Add(Coordinate(_columns[1], _isDegrees ? 180 : MetrePoints.MostMetres));
        for (var i = 0; i < _extras.Length; i++)
            _values[2 + i].Add(Extra(_columns[2 + i], _extras[i].Kind));
    }

    /// <param name="wanted">The columns, as a message names them.</param>
    /// <exception cref="OperatorException">There was no row.</exception>
    public (string[] Ids, PointSet Points, ImmutableDictionary<string, double[]> Values) End(string wanted)
    {
        if (_values[0].Count == 0)
            throw _table.Refused($"has no rows; it needs a header {wanted} and at least one point.");
        var (first, second) = (_values[0].ToArray(), _values[1].ToArray());
        PointSet points = _isDegrees ? new DegreePoints(first, second) : new MetrePoints(first, second);
        var extras = _extras.Index()
            .ToImmutableDictionary(extra => extra.Item.Name, extra => _values[2 + extra.Index].ToArray(), StringComparer.OrdinalIgnoreCase);
        return ([.. _ids], points, extras);
    }

    private void AddId(string id, int row)
    {
        if (id.Length == 0)
            throw _table.RefusedRow("id is empty; give every point an id of its own.");
        if (!_rowOfId.TryAdd(id, row))
            throw _table.RefusedRow($"id '{id}' was already used in row {_rowOfId[id]}; give every point an id of its own.");
        _ids.Add(id);
    }

    private double Coordinate(CsvColumn column, double most)
    {
        var value = _table.Number(column, NumberRemedy + ", and leave out points without a place");
        return Math.Abs(value) <= most
            ? value
            : throw _table.RefusedCell(column, _isDegrees
                ? string.Create(CultureInfo.InvariantCulture, $", outside −{most} … {most}; degrees go into lat,lon, metres into columns named x,y")
                : string.Create(CultureInfo.InvariantCulture, $", more than {most} metres from the origin; correct the point or leave it out"));
    }

    private double Extra(CsvColumn column, PointColumnKind kind)
    {
        if (_table.TryNumber(column, out var value))
            return value;
        if (kind != PointColumnKind.Days)
            throw _table.RefusedCell(column, NumberRemedy);
        return DateTime.TryParseExact(_table.Span(column), s_momentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.Ticks / (double)TimeSpan.TicksPerDay
            : throw _table.RefusedCell(column, MomentRemedy);
    }

    private static string Names(PointColumn[] columns) => string.Join(",", columns.Select(column => column.Name));
}
