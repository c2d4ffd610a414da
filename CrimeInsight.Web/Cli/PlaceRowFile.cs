using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Web.Cli;

/// <summary>A file of numbers by place: columns <c>id</c>, one of numbers, and where wanted <c>period</c> (yyyy-MM or yyyy-MM-dd).</summary>
internal static class PlaceRowFile
{
    /// <param name="column">The column of numbers, 0 or more each.</param>
    /// <param name="ids">Of the places, all different.</param>
    /// <exception cref="OperatorException">The file cannot be read, or a row is not valid; the message names file, row and remedy.</exception>
    public static List<PlaceRow> Read(string path, string column, IReadOnlyList<string> ids) => CsvTable.Read(path, text => Read(text, path, column, ids));

    /// <param name="name">What messages call the file.</param>
    public static List<PlaceRow> Read(TextReader text, string name, string column, IReadOnlyList<string> ids)
    {
        var (rows, places) = (new List<PlaceRow>(), ids.Index().ToDictionary(id => id.Item, id => id.Index, StringComparer.Ordinal));
        var table = new CsvTable(text, name, $"id,{column} and, for periods, period");
        var (id, number, period) = (table.Column("id"), table.Column(column), table.Find("period"));
        while (table.Read())
        {
            var place = places.TryGetValue(table.Text(id), out var known)
                ? known
                : throw table.RefusedRow($"id '{table.Text(id)}' is not among the locations; add it there or leave the row out.");
            var time = period is { } times ? PeriodOf(table, times) : (SeriesTime?)null;
            if (time is { } given && rows.Count > 0 && rows[0].Period?.Kind != given.Kind)
                throw table.RefusedRow("periods are written both as yyyy-MM and as yyyy-MM-dd; write all of them in one way.");
            rows.Add(new PlaceRow(place, table.Number(number, "; write a number, 0 or more", value => value >= 0), time, table.Row));
        }

        return rows.Count > 0 ? rows : throw table.Refused($"has no rows; it needs a header id,{column}[,period] and at least one place.");
    }

    private static SeriesTime PeriodOf(CsvTable table, CsvColumn period)
    {
        if (DateOnly.TryParseExact(table.Span(period), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return SeriesTime.OfDay(day);
        return Month.Read(table.Span(period)) is { } month
            ? SeriesTime.OfMonth(month.First)
            : throw table.RefusedCell(period, "; write yyyy-MM or yyyy-MM-dd");
    }
}
