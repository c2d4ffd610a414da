using System.Text;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Export;

/// <summary>A table as CSV: codes beside words, raw digits, what holds for all rows in each, notes in lines of their own at the end.</summary>
internal sealed class TableCsv(TableWords words) : ITableForm
{
    public TableFormat Format => TableFormat.Csv;

    public ValueTask<byte[]> WriteAsync(TableExport export, ExportStamp stamp, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ToBytes(export.Table, export.Reference));

    public CsvDocument Write(FigureTable table, ReferenceData reference)
    {
        var (fields, facts) = (Fields(table.Columns), Fields(table.Facts.Select(fact => fact.Column)));
        var values = table.Facts.SelectMany(fact => Fields([fact.Column]).Select(field => words.Field(field, fact.Value, reference))).ToList();
        var sources = fields.ConvertAll(field => table.Columns.IndexOf(field.Column));
        var csv = new CsvDocument();
        csv.Add(fields.Concat(facts).Select(field => words.Head(field, reference)));
        foreach (var row in table.Rows)
            csv.Add(fields.Select((field, index) => words.Field(field, row.Values[sources[index]], reference)).Concat(values));
        foreach (var note in table.Notes)
            csv.Add([words.Text(note, reference), .. Enumerable.Repeat("", fields.Count + facts.Count - 1)]);
        return csv;
    }

    /// <summary>As a file; its mark lets spreadsheets see UTF-8.</summary>
    public byte[] ToBytes(FigureTable table, ReferenceData reference) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Write(table, reference).ToString())];

    private static List<FigureField> Fields(IEnumerable<FigureColumn> columns) => [.. FigureField.Of(columns)];
}
