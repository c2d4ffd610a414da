using System.Globalization;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Cli;

/// <summary>Rows of a batch as CSV that a spreadsheet opens without running anything in it.</summary>
internal static class BatchRowsFile
{
    /// <param name="pageRows">Rows read at a time.</param>
    public static async Task WriteAsync(
        IBatchStore batches, Guid id, BatchRows kind, int pageRows, Viewer viewer, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(kind switch
        {
            BatchRows.Rejects => "row,line,column,value,reason,suggestion",
            BatchRows.Duplicates => "row,equals_batch,equals_file,equals_row,case_number",
            _ => "row,known_batch,known_file,known_row,case_number,differs,is_update,decision",
        });
        for (var after = 0L; ;)
        {
            var lines = await ReadAsync(batches, id, kind, after, pageRows, viewer, cancellationToken);
            foreach (var (row, cells) in lines)
            {
                await output.WriteLineAsync(string.Join(',', cells.Prepend(Text(row)).Select(Cell)));
                after = row;
            }

            if (lines.Count == 0)
                return;
        }
    }

    private static async Task<IReadOnlyList<(long Row, string[] Cells)>> ReadAsync(
        IBatchStore batches, Guid id, BatchRows kind, long after, int limit, Viewer viewer, CancellationToken cancellationToken) => kind switch
    {
        BatchRows.Rejects => [.. (await batches.RejectsAsync(id, after, limit, viewer, cancellationToken)).Select(reject =>
            (reject.Row, new[] { Text(reject.Line), reject.Column, reject.Value ?? "", reject.Reason.ToString(), reject.Suggestion ?? "" }))],
        BatchRows.Duplicates => [.. (await batches.DuplicatesAsync(id, after, limit, viewer, cancellationToken)).Select(row =>
            (row.Row, (string[])[.. Of(row.Twin), row.CaseNumber ?? ""]))],
        _ => [.. (await batches.ConflictsAsync(id, false, after, limit, viewer, cancellationToken)).Select(row =>
            (row.Row, (string[])[.. Of(row.Known), row.New.CaseNumber ?? "", string.Join(' ', row.Differs), row.IsUpdate ? "yes" : "no",
                row.Decision?.ToString().ToLowerInvariant() ?? ""]))],
    };

    private static string[] Of(BatchRow row) => [Text(row.BatchNumber), row.FileName ?? "", Text(row.Row)];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
