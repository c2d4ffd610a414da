using System.Collections.Immutable;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Web.Cli;

/// <summary>
/// A file of places: columns <c>id,x,y</c> (metres) or <c>id,lat,lon</c> (degrees), never both, and those a verb needs beside
/// them. Columns are found by name, in any order; others are left alone. Rows are counted from 1 after the header.
/// </summary>
internal sealed class PointFile
{
    private readonly ImmutableDictionary<string, double[]> _columns;

    private PointFile(string[] ids, PointSet points, ImmutableDictionary<string, double[]> columns)
    {
        (Ids, Points, _columns) = (ids, points, columns);
    }

    /// <summary>One for each row, all different; empty when the verb does not ask for them.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>In the order of the rows.</summary>
    public PointSet Points { get; }

    /// <summary>The values of a column that was asked for, in the order of the rows.</summary>
    public double[] this[string column] => _columns[column];

    /// <param name="hasIds">False: the file needs no column id.</param>
    /// <param name="columns">Others that must be there.</param>
    /// <exception cref="OperatorException">The file cannot be read, or a row is not valid; the message names file, row, column, value and remedy.</exception>
    public static PointFile Read(string path, bool hasIds = true, params PointColumn[] columns) =>
        CsvTable.Read(path, text => Read(text, path, hasIds, columns));

    /// <param name="name">What messages call the file.</param>
    public static PointFile Read(TextReader text, string name, bool hasIds = true, params PointColumn[] columns) => Read(text, name, hasIds, [columns]);

    /// <inheritdoc cref="ReadEither(TextReader, string, PointColumn[][])"/>
    public static PointFile ReadEither(string path, params PointColumn[][] choices) => CsvTable.Read(path, text => ReadEither(text, path, choices));

    /// <summary>A file with ids and one of several sets of columns; which one, its columns tell.</summary>
    /// <exception cref="OperatorException">As above, or the file has columns of two sets.</exception>
    public static PointFile ReadEither(TextReader text, string name, params PointColumn[][] choices) => Read(text, name, true, choices);

    /// <summary>Whether a column that could be asked for was there.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    private static PointFile Read(TextReader text, string name, bool hasIds, PointColumn[][] choices)
    {
        var wanted = PointRows.Wanted(hasIds, choices);
        var table = new CsvTable(text, name, wanted);
        var rows = new PointRows(table, hasIds, choices);
        while (table.Read())
            rows.Add();
        var (ids, points, values) = rows.End(wanted);
        return new PointFile(ids, points, values);
    }
}
