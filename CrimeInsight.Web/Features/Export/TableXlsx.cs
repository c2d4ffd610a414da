using System.Globalization;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Export;

/// <summary>
/// A table as an Excel workbook: a sheet of figures, numbers as numbers, and one of what they are. Every other cell is text, which no
/// spreadsheet runs.
/// </summary>
internal sealed class TableXlsx(TableWords words, ExportAbout about, IStringLocalizer<QueryText> text) : ITableForm
{
    private const int MostCellChars = 32_767;
    private const double NarrowestChars = 10;
    private const double WidestChars = 60;
    private const uint Bold = 1;

    public TableFormat Format => TableFormat.Xlsx;

    public ValueTask<byte[]> WriteAsync(TableExport export, ExportStamp stamp, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            AddStyles(book);
            var sheets = new Sheets();
            AddSheet(book, sheets, text[nameof(QueryText.SheetFigures)], FigureRows(export), hasHead: true);
            AddSheet(book, sheets, text[nameof(QueryText.SheetAbout)],
                about.Lines(export, stamp).Select(line => new[] { Text(line.Name), Text(line.Value) }), hasHead: false);
            book.Workbook = new Workbook(sheets);
        }

        return ValueTask.FromResult(bytes.ToArray());
    }

    private IEnumerable<Cell[]> FigureRows(TableExport export)
    {
        var (table, reference) = (export.Table, export.Reference);
        List<FigureField> fields = [.. FigureField.Of(table.Columns)];
        var sources = fields.ConvertAll(field => table.Columns.IndexOf(field.Column));
        yield return [.. fields.Select(field => Text(words.Head(field, reference), Bold))];
        foreach (var row in table.Rows)
            yield return [.. fields.Select((field, index) => ValueOf(field, row.Values[sources[index]], export))];
    }

    private Cell ValueOf(FigureField field, FigureValue value, TableExport export) =>
        field.NumberOf(value) is { } number && double.IsFinite(number)
            ? new Cell { CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)), DataType = CellValues.Number }
            : Text(words.Field(field, value, export.Reference));

    private static Cell Text(string value, uint style = 0) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(Kept(value)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    // XML has no place for control characters, and a cell none for more.
    private static string Kept(string value)
    {
        if (value.AsSpan().ContainsAnyInRange('\0', '\x1F'))
            value = string.Concat(value.Where(letter => letter >= ' ' || letter is '\t' or '\n'));
        return value.Length <= MostCellChars ? value : value[..MostCellChars];
    }

    private static void AddSheet(WorkbookPart book, Sheets sheets, string name, IEnumerable<Cell[]> rows, bool hasHead)
    {
        var part = book.AddNewPart<WorksheetPart>();
        List<Cell[]> all = [.. rows];
        var view = new SheetView { WorkbookViewId = 0 };
        if (hasHead)
            view.AppendChild(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        part.Worksheet = new Worksheet(
            new SheetViews(view), Widths(all), new SheetData(all.Select(cells => new Row(cells.Cast<OpenXmlElement>()))));
        sheets.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });
    }

    private static Columns Widths(List<Cell[]> rows)
    {
        var widths = new double[rows.Max(row => row.Length)];
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++)
                widths[i] = Math.Max(widths[i], row[i].InnerText.Length + 2);
        return new Columns(widths.Select((width, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = Math.Clamp(width, NarrowestChars, WidestChars),
            CustomWidth = true,
        }));
    }

    private static void AddStyles(WorkbookPart book) => book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));
}
