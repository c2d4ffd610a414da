using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using Sylvan.Data.Csv;

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
    public static PointFile Read(string path, bool hasIds = true, params PointColumn[] columns)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader, path, hasIds, columns);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The file '{path}' cannot be read: {failure.Message}", failure);
        }
    }

    /// <param name="name">What messages call the file.</param>
    public static PointFile Read(TextReader text, string name, bool hasIds = true, params PointColumn[] columns)
    {
        var rows = new PointRows(name, hasIds, columns);
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Culture = CultureInfo.InvariantCulture, HasHeaders = true });
            rows.Begin(csv);
            while (csv.Read())
                rows.Add(csv);
        }
        catch (CsvMissingHeadersException empty)
        {
            throw new OperatorException($"'{name}' is empty; its first row must name {rows.Wanted}.", empty);
        }
        catch (CsvFormatException broken)
        {
            throw new OperatorException($"'{name}', row {broken.RowNumber} is not valid CSV; look for a quote that is not closed.", broken);
        }

        var (ids, points, values) = rows.End();
        return new PointFile(ids, points, values);
    }
}
