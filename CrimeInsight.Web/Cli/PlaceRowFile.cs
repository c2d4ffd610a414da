using System.Globalization;
using CrimeInsight.Core;
using Sylvan.Data.Csv;

namespace CrimeInsight.Web.Cli;

/// <summary>A file of numbers by place: columns <c>id</c>, one of numbers, and where wanted <c>period</c> (yyyy-MM or yyyy-MM-dd).</summary>
internal static class PlaceRowFile
{
    /// <param name="column">The column of numbers, 0 or more each.</param>
    /// <param name="ids">Of the places, all different.</param>
    /// <exception cref="OperatorException">The file cannot be read, or a row is not valid; the message names file, row and remedy.</exception>
    public static List<PlaceRow> Read(string path, string column, IReadOnlyList<string> ids)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Read(reader, path, column, ids);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The file '{path}' cannot be read: {failure.Message}", failure);
        }
    }

    /// <param name="name">What messages call the file.</param>
    public static List<PlaceRow> Read(TextReader text, string name, string column, IReadOnlyList<string> ids)
    {
        var (rows, places) = (new List<PlaceRow>(), ids.Index().ToDictionary(id => id.Item, id => id.Index, StringComparer.Ordinal));
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Culture = CultureInfo.InvariantCulture });
            var (id, value, period) = (ColumnOf(csv, name, "id", column), ColumnOf(csv, name, column, column), Find(csv, "period"));
            while (csv.Read())
            {
                var place = places.TryGetValue(csv.GetString(id), out var known)
                    ? known
                    : throw new OperatorException($"'{name}', row {csv.RowNumber}: id '{csv.GetString(id)}' is not among the locations; add it there or leave the row out.");
                var time = period < 0 ? (SeriesTime?)null : PeriodOf(csv.GetString(period), name, csv.RowNumber);
                if (time is { } given && rows.Count > 0 && rows[0].Period?.Kind != given.Kind)
                    throw new OperatorException($"'{name}', row {csv.RowNumber}: periods are written both as yyyy-MM and as yyyy-MM-dd; write all of them in one way.");
                rows.Add(new PlaceRow(place, ValueOf(csv.GetString(value), name, column, csv.RowNumber), time, csv.RowNumber));
            }
        }
        catch (CsvMissingHeadersException empty)
        {
            throw new OperatorException($"'{name}' is empty; its first row must name id,{column} and, for periods, period.", empty);
        }
        catch (CsvFormatException broken)
        {
            throw new OperatorException($"'{name}', row {broken.RowNumber} is not valid CSV; look for a quote that is not closed.", broken);
        }

        return rows.Count > 0 ? rows : throw new OperatorException($"'{name}' has no rows; it needs a header id,{column}[,period] and at least one place.");
    }

    private static SeriesTime PeriodOf(string text, string file, int row)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new SeriesTime(SeriesTimeKind.Day, day.DayNumber);
        return DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new SeriesTime(SeriesTimeKind.Month, month.Year * 12 + month.Month - 1)
            : throw new OperatorException($"'{file}', row {row}: period is '{text}'; write yyyy-MM or yyyy-MM-dd.");
    }

    private static double ValueOf(string text, string file, string column, int row) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0
            ? value
            : throw new OperatorException($"'{file}', row {row}: {column} is '{text}'; write a number, 0 or more.");

    private static int ColumnOf(CsvDataReader csv, string file, string name, string numbers)
    {
        var column = Find(csv, name);
        return column >= 0 ? column : throw new OperatorException($"'{file}' has no column '{name}'; its first row must name id,{numbers} and, for periods, period.");
    }

    private static int Find(CsvDataReader csv, string name) => Enumerable.Range(0, csv.FieldCount).FirstOrDefault(column => string.Equals(csv.GetName(column).Trim(), name, StringComparison.OrdinalIgnoreCase), -1);
}
