using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Tables;
using Parquet;
using Parquet.Schema;

namespace CrimeInsight.Web.Features.Export;

/// <summary>
/// A table as Parquet, for programs: columns by their keys, numbers as doubles, all else as text; what holds for all rows, definitions and
/// notes are key-value metadata of the file.
/// </summary>
internal sealed class TableParquet(TableWords words, ExportAbout about) : ITableForm
{
    public TableFormat Format => TableFormat.Parquet;

    public async ValueTask<byte[]> WriteAsync(TableExport export, ExportStamp stamp, CancellationToken cancellationToken)
    {
        var table = export.Table;
        List<FigureField> fields = [.. FigureField.Of(table.Columns)];
        var numbers = fields.ConvertAll(field => field.Part != FigurePart.Code && field.Column.Unit.IsNumber());
        var columns = fields.Select(
            (field, index) => numbers[index] ? new DataField<double?>(field.Key) : (DataField)new DataField<string>(field.Key)).ToList();
        using var bytes = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(columns), bytes, cancellationToken: cancellationToken))
        {
            writer.CustomMetadata = about.Lines(export, stamp).DistinctBy(line => line.Key).ToDictionary(line => line.Key, line => line.Value);
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < fields.Count; i++)
            {
                var (field, source) = (fields[i], table.Columns.IndexOf(fields[i].Column));
                if (numbers[i])
                    await group.WriteAsync<double>(
                        columns[i], table.Rows.Select(row => field.NumberOf(row.Values[source])).ToArray(), cancellationToken: cancellationToken);
                else
                    await group.WriteAsync(columns[i], [.. table.Rows.Select(row => words.Field(field, row.Values[source], export.Reference))]);
            }
        }

        return bytes.ToArray();
    }
}
