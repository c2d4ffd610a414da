using System.Collections.Immutable;
using CrimeInsight.Core;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Web.Cli;

/// <summary>
/// A file of series: columns <c>series,ds,y</c>, in any order of rows. Times are days (yyyy-MM-dd), months (yyyy-MM) or whole
/// numbers; within a series they must be equally spaced.
/// </summary>
internal sealed class SeriesFile
{
    private const string Columns = "series,ds,y";

    private SeriesFile(ImmutableArray<NamedSeries> series) => Series = series;

    /// <summary>In the order of their first rows.</summary>
    public ImmutableArray<NamedSeries> Series { get; }

    /// <exception cref="OperatorException">The file cannot be read, or a row is not valid; the message names the row.</exception>
    public static SeriesFile Read(string path) => CsvTable.Read(path, Read);

    public static SeriesFile Read(TextReader text)
    {
        var points = new Dictionary<string, List<SeriesPoint>>(StringComparer.Ordinal);
        var order = new List<string>();
        var table = new CsvTable(text, null, Columns);
        var (series, time, value) = (table.Column("series"), table.Column("ds"), table.Column("y"));
        while (table.Read())
        {
            var name = table.Text(series);
            if (!points.TryGetValue(name, out var list))
            {
                points[name] = list = [];
                order.Add(name);
            }

            var moment = SeriesTime.Parse(table.Span(time)) ?? throw table.RefusedCell(time, "; write yyyy-MM-dd, yyyy-MM or a whole number");
            var number = table.Number(value, ", which is not a number; write it with a decimal point, and 0 where nothing happened");
            list.Add(new SeriesPoint(moment, number, table.Row));
        }

        return order.Count == 0
            ? throw table.Refused($"has no rows; it needs a header {Columns} and at least one series.")
            : new SeriesFile([.. order.Select(name => NamedSeries.Of(name, points[name]))]);
    }
}
