using System.Globalization;
using System.Text;
using System.Text.Json;
using Bunit;
using CrimeInsight.Benchmarks.Views;
using CrimeInsight.Core.Tables;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Tables;

/// <summary>CSV, JSON and screen say the same of every table.</summary>
public sealed class TableFormsTests : WebContext
{
    private const double HalfOfTheLastDigit = 5.0000001e-7;

    public static TheoryData<string, string> Definitions =>
        new(from table in TableSamples.All.Keys from culture in AppCultures.All select (table, culture.Name));

    private TableWords Words => Services.GetRequiredService<TableWords>();

    [Theory]
    [MemberData(nameof(Definitions))]
    public void CsvAndJson_EveryTable_HoldTheSame(string name, string culture)
    {
        UseCulture(culture);
        var table = TableSamples.All[name];
        Assert.Empty(Differences(Csv(table), Json(table), table));
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Screen_EveryTable_ShowsEachRowAndColumnOnce(string name, string culture)
    {
        UseCulture(culture);
        var table = TableSamples.All[name];
        var shown = Render<FigureTableView>(view => view.Add(one => one.Table, table).Add(one => one.Reference, SmallReference.Data));

        Assert.Equal(
            table.OnScreen.Select(column => Words.Head(column, SmallReference.Data)), shown.FindAll("thead th").Select(head => head.TextContent.Trim()));
        var expected = table.Rows.Select(
            row => string.Join('|', table.OnScreen.Select(column => Words.Cell(column, row.Values[table.IndexOf(column.Key)], SmallReference.Data))));
        Assert.Equal(expected, shown.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
    }

    /// <summary>Whole numbers read the same in the file and on screen.</summary>
    [Theory]
    [MemberData(nameof(Definitions))]
    public void ScreenAndCsv_WholeNumbers_AreTheSame(string name, string culture)
    {
        UseCulture(culture);
        var table = TableSamples.All[name];
        foreach (var column in table.OnScreen.Where(column => column is { Unit: FigureUnit.Count, Ends: null, Form: null }))
        {
            var field = new FigureField(column, FigurePart.Value);
            foreach (var value in table.Rows.Select(row => row.Values[table.IndexOf(column.Key)]).OfType<NumberFigure>()
                .Where(value => double.IsInteger(value.Value)))
                Assert.Equal(Words.Field(field, value, SmallReference.Data),
                    decimal.Parse(Words.Cell(column, value, SmallReference.Data).Replace('\u2212', '-'), CultureInfo.CurrentCulture)
                        .ToString("0.######", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The comparison sees a figure, a code and a word that are not the same.</summary>
    [Fact]
    public void Differences_AnotherTable_AreFound()
    {
        var table = TableSamples.All["map"];
        var row = table.Rows[0];
        FigureTable With(int column, FigureValue value) => table with { Rows = table.Rows.SetItem(0, row with { Values = row.Values.SetItem(column, value) }) };

        Assert.Equal(["count: 120, 121"], Differences(Csv(table), Json(With(1, 121)), table));
        Assert.Equal(2, Differences(Csv(table), Json(With(0, new PlaceFigure("B"))), table).Count());
        Assert.Single(Differences(Csv(With(1, FigureValue.Withheld(false))), Json(table), table));
        Assert.NotEmpty(Differences(Csv(table with { Rows = [row] }), Json(table), table));
    }

    private ViewFigures Csv(FigureTable table) => ViewReader.Csv(Encoding.UTF8.GetString(new TableCsv(Words).ToBytes(table, SmallReference.Data)));

    private JsonElement Json(FigureTable table) => JsonDocument.Parse(new TableJson(Words).ToBytes(table, SmallReference.Data)).RootElement;

    private IEnumerable<string> Differences(ViewFigures csv, JsonElement json, FigureTable table)
    {
        List<FigureField> fields = [.. FigureField.Of(table.Columns)];
        List<FigureField> facts = [.. FigureField.Of(table.Facts.Select(fact => fact.Column))];
        var rows = json.GetProperty("rows").EnumerateArray().ToList();
        if (!csv.Header.SequenceEqual(json.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()!)
            .Concat(facts.Select(field => Words.Head(field, SmallReference.Data)))))
            yield return "heads";
        if (csv.Rows.Length != rows.Count + json.GetProperty("notes").GetArrayLength())
            yield return $"{csv.Rows.Length} rows, {rows.Count}";
        foreach (var (line, row) in csv.Rows.Zip(rows))
        {
            foreach (var (cell, source, field) in line.Zip(fields.Select(field => (row, field))
                .Concat(facts.Select(field => (json.GetProperty("facts"), field))), (cell, pair) => (cell, pair.Item1, pair.field)))
            {
                var value = source.GetProperty(field.Key);
                if (!IsSame(cell, value, IsWithheld(source, field.Key)))
                    yield return $"{field.Key}: {cell}, {value}";
            }
        }
    }

    private static bool IsWithheld(JsonElement source, string key) =>
        source.TryGetProperty("withheld", out var withheld) && withheld.TryGetProperty(key, out var reason) && reason.GetString() != "tooFew";

    private static bool IsSame(string cell, JsonElement value, bool isWithheld) => value.ValueKind switch
    {
        JsonValueKind.Number =>
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && Math.Abs(number - value.GetDouble()) <= HalfOfTheLastDigit,
        JsonValueKind.Null => isWithheld ? cell.Length > 0 && !char.IsAsciiDigit(cell[0]) || cell.Length == 0 : cell.Length == 0,
        _ => cell.TrimStart('\'') == value.GetString(),
    };
}
