using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core;
using Sylvan.Data.Csv;

namespace CrimeInsight.Web.Cli;

/// <summary>
/// A file of series: columns <c>series,ds,y</c>, in any order of rows. Times are days (yyyy-MM-dd), months (yyyy-MM) or whole
/// numbers; within a series they must be equally spaced.
/// </summary>
internal sealed class SeriesFile
{
    private static readonly string[] s_columns = ["series", "ds", "y"];

    private SeriesFile(ImmutableArray<NamedSeries> series) => Series = series;

    /// <summary>In the order of their first rows.</summary>
    public ImmutableArray<NamedSeries> Series { get; }

    /// <exception cref="OperatorException">The file cannot be read, or a row is not valid; the message names the row.</exception>
    public static SeriesFile Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The file '{path}' cannot be read: {failure.Message}", failure);
        }
    }

    public static SeriesFile Read(TextReader text)
    {
        var points = new Dictionary<string, List<SeriesPoint>>(StringComparer.Ordinal);
        var order = new List<string>();
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Culture = CultureInfo.InvariantCulture });
            var columns = Array.ConvertAll(s_columns, name => ColumnOf(csv, name));
            while (csv.Read())
            {
                var (series, time, value) = (csv.GetString(columns[0]), csv.GetString(columns[1]), csv.GetString(columns[2]));
                if (!points.TryGetValue(series, out var list))
                {
                    points[series] = list = [];
                    order.Add(series);
                }

                list.Add(new SeriesPoint(SeriesTime.Parse(time, csv.RowNumber), ValueOf(value, csv.RowNumber), csv.RowNumber));
            }
        }
        catch (CsvFormatException broken)
        {
            throw new OperatorException($"Row {broken.RowNumber} is not valid CSV; look for a quote that is not closed.", broken);
        }

        return order.Count == 0
            ? throw new OperatorException("The file has no rows; it needs a header series,ds,y and at least one series.")
            : new SeriesFile([.. order.Select(name => NamedSeries.Of(name, points[name]))]);
    }

    private static int ColumnOf(CsvDataReader csv, string name)
    {
        for (var column = 0; column < csv.FieldCount; column++)
        {
            if (string.Equals(csv.GetName(column).Trim(), name, StringComparison.OrdinalIgnoreCase))
                return column;
        }

        throw new OperatorException($"The file has no column '{name}'; its first row must name series,ds,y.");
    }

    private static double ValueOf(string text, int row) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new OperatorException($"Row {row}: y is '{text}', which is not a number; write it with a decimal point, and 0 where nothing happened.");
}
