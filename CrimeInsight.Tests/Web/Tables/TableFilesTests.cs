using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Tables;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Parquet;

namespace CrimeInsight.Tests.Web.Tables;

/// <summary>Workbooks and Parquet files hold what CSV holds, read back by their libraries.</summary>
public sealed class TableFilesTests : WebContext
{
    private static readonly ExportStamp s_stamp = new(new DateTimeOffset(2024, 5, 1, 6, 30, 0, TimeSpan.Zero), 7, "CrimeInsight 0.1.0");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Definitions =>
        new(from table in TableSamples.All.Keys from culture in AppCultures.All select (table, culture.Name));

    private TableWords Words => Services.GetRequiredService<TableWords>();

    private TableXlsx Xlsx => ActivatorUtilities.CreateInstance<TableXlsx>(Services, Words, About);

    private TableParquet Parquet => new(Words, About);

    private ExportAbout About => ActivatorUtilities.CreateInstance<ExportAbout>(Services, Words);

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task Xlsx_EveryTable_IsAValidWorkbookWithTheFieldsOfTheCsv(string name, string culture)
    {
        UseCulture(culture);
        var export = Export(TableSamples.All[name]);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Xlsx.WriteAsync(export, s_stamp, Cancel)), false);

        Assert.Empty(new OpenXmlValidator().Validate(book, Cancel).Select(problem => problem.Description));
        var rows = Sheet(book, 0);
        List<FigureField> fields = [.. FigureField.Of(export.Table.Columns)];
        Assert.Equal(fields.Select(field => Words.Head(field, export.Reference)), rows[0].Select(cell => cell.InnerText));
        Assert.Equal(export.Table.Rows.Length, rows.Count - 1);
        foreach (var (row, cells) in export.Table.Rows.Zip(rows.Skip(1)))
            Assert.Equal(fields.Select(field => Expected(field, ValueOf(export.Table, row, field))), cells.Select(Shown));
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task Parquet_EveryTable_HoldsTheFieldsOfTheCsv(string name, string culture)
    {
        UseCulture(culture);
        var export = Export(TableSamples.All[name]);
        await using var file = await ParquetReader.CreateAsync(
            new MemoryStream(await Parquet.WriteAsync(export, s_stamp, Cancel)), cancellationToken: Cancel);
        var fields = FigureField.Of(export.Table.Columns).ToList();

        Assert.Equal(fields.Select(field => field.Key), file.Schema.DataFields.Select(field => field.Name));
        Assert.Equal(export.Asked, file.CustomMetadata["asked"]);
        using var group = file.OpenRowGroupReader(0);
        foreach (var (field, column) in fields.Zip(file.Schema.DataFields))
        {
            Assert.Equal(field.Part != FigurePart.Code && field.Column.Unit.IsNumber(), column.ClrType == typeof(double));
            if (column.ClrType != typeof(double))
                continue;
            var numbers = new double?[export.Table.Rows.Length];
            await group.ReadAsync<double>(column, numbers, cancellationToken: Cancel);
            Assert.Equal(export.Table.Rows.Select(row => field.NumberOf(ValueOf(export.Table, row, field))), numbers);
        }
    }

    /// <summary>A text that a spreadsheet would run as a formula in CSV stays text.</summary>
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("-2+3\u0001")]
    public async Task Xlsx_TextLikeAFormula_IsText(string text)
    {
        var table = FigureTable.Of("x", [new FigureColumn("a", FigureUnit.Text, new TextFigure("=a")).Of<string>(one => new TextFigure(one))], [text]);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Xlsx.WriteAsync(Export(table), s_stamp, Cancel)), false);

        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()));
        Assert.Equal(text.TrimEnd('\u0001'), Assert.Single(Sheet(book, 0)[1]).InnerText);
    }

    [Theory]
    [InlineData("en-IN", "Made by", "Registered cases")]
    [InlineData("hi-IN", "किसने निकाला", "दर्ज मामले")]
    public async Task Xlsx_SecondSheet_SaysWhatWasAskedByWhomAndWhen(string culture, string madeBy, string column)
    {
        UseCulture(culture);
        var export = Export(TableSamples.All["query of changes"]);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Xlsx.WriteAsync(export, s_stamp, Cancel)), false);
        var lines = Sheet(book, 1).ToLookup(row => row[0].InnerText, row => row[1].InnerText);

        Assert.Equal(["reader"], lines[madeBy]);
        Assert.NotEqual("", Assert.Single(lines[column]));
        var values = lines.SelectMany(line => line).ToList();
        Assert.All(new[] { "m=count", "2024-05-01T06:30:00Z", "7", "CrimeInsight 0.1.0" }, value => Assert.Contains(value, values));
    }

    [Fact]
    public void Menu_Forms_AreThoseThatAreServed() =>
        Assert.Equal(TableFormat.All.Select(form => form.Extension).Order(), DownloadMenu.Forms.Select(form => form.Ending).Order());

    private static TableExport Export(FigureTable table) =>
        new("query", table, "x", "m=count", new Viewer(Guid.Empty, "reader", PersonRole.Officer, [1]), SmallReference.Data, false);

    private static FigureValue ValueOf(FigureTable table, FigureRow row, FigureField field) => row.Values[table.Columns.IndexOf(field.Column)];

    private string Expected(FigureField field, FigureValue value) =>
        field.NumberOf(value) is { } number ? "#" + number.ToString("R", CultureInfo.InvariantCulture) : Words.Field(field, value, SmallReference.Data);

    private static string Shown(Cell cell) => cell.DataType?.Value == CellValues.Number ? "#" + cell.InnerText : cell.InnerText;

    private static List<Cell[]> Sheet(SpreadsheetDocument book, int index)
    {
        var sheet = book.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(index);
        var part = (WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!);
        return [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToArray())];
    }
}
