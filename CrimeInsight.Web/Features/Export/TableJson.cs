using System.Text.Encodings.Web;
using System.Text.Json;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Shared.Tables;

namespace CrimeInsight.Web.Features.Export;

/// <summary>
/// A table as JSON: <c>{ view, facts, columns: [{ key, unit, name, definition }], rows: [{ key: value, … }], notes }</c>. Keys and codes are
/// the same in every language; numbers are numbers, and a null says nothing but that there is none: why one is withheld is in the
/// row's <c>withheld</c>.
/// </summary>
internal sealed class TableJson(TableWords words) : ITableForm
{
    private const string WithheldKey = "withheld";
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public TableFormat Format => TableFormat.Json;

    public ValueTask<byte[]> WriteAsync(TableExport export, ExportStamp stamp, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ToBytes(export.Table, export.Reference));

    public byte[] ToBytes(FigureTable table, ReferenceData reference)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            json.WriteString("view", table.View);
            json.WriteStartObject("facts");
            foreach (var fact in table.Facts)
                WriteFields(json, [.. FigureField.Of([fact.Column])], _ => fact.Value, reference);
            json.WriteEndObject();
            WriteColumns(json, table, reference);
            WriteRows(json, table, reference);
            json.WriteStartArray("notes");
            foreach (var note in table.Notes)
                json.WriteStringValue(words.Text(note, reference));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private void WriteColumns(Utf8JsonWriter json, FigureTable table, ReferenceData reference)
    {
        json.WriteStartArray("columns");
        foreach (var field in FigureField.Of(table.Columns))
        {
            json.WriteStartObject();
            json.WriteString("key", field.Key);
            json.WriteString("unit", JsonNamingPolicy.CamelCase.ConvertName(field.Column.Unit.ToString()));
            json.WriteString("name", words.Head(field, reference));
            if (field.Column.Definition is { } definition)
                json.WriteString("definition", words.Text(definition, reference));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteRows(Utf8JsonWriter json, FigureTable table, ReferenceData reference)
    {
        List<FigureField> fields = [.. FigureField.Of(table.Columns)];
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            WriteFields(json, fields, column => row.Values[table.Columns.IndexOf(column)], reference);
            WriteWithheld(json, fields, column => row.Values[table.Columns.IndexOf(column)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteFields(Utf8JsonWriter json, List<FigureField> fields, Func<FigureColumn, FigureValue> valueOf, ReferenceData reference)
    {
        foreach (var field in fields)
        {
            var value = valueOf(field.Column);
            if (field.NumberOf(value) is { } number)
                json.WriteNumber(field.Key, number);
            else if (value is NoFigure or ChangeFigure or ShareFigure || words.Field(field, value, reference) is not { Length: > 0 } text)
                json.WriteNull(field.Key);
            else
                json.WriteString(field.Key, text);
        }
    }

    private static void WriteWithheld(Utf8JsonWriter json, List<FigureField> fields, Func<FigureColumn, FigureValue> valueOf)
    {
        var reasons = fields.Select(field => (field.Key, Reason: ReasonOf(field, valueOf(field.Column)))).Where(one => one.Reason is not null).ToList();
        if (reasons.Count == 0)
            return;
        json.WriteStartObject(WithheldKey);
        foreach (var (key, reason) in reasons)
            json.WriteString(key, reason);
        json.WriteEndObject();
    }

    private static string? ReasonOf(FigureField field, FigureValue value) => value switch
    {
        NoFigure { Reason: NoFigureReason.Small } => "small",
        NoFigure { Reason: NoFigureReason.Protecting } => "protecting",
        ChangeFigure or ShareFigure when field.NumberOf(value) is null => "tooFew",
        _ => null,
    };
}
