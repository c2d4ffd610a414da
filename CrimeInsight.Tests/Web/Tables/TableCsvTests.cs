using System.Text;
using CrimeInsight.Core.Tables;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Tables;

public sealed class TableCsvTests : WebContext
{
    private TableCsv Csv => new(Services.GetRequiredService<TableWords>());

    [Fact]
    public void Write_Query_HasCodesBesideWordsAndSaysWhatIsWithheld() => Assert.Equal(
        """
        Place (code),Place,Registered cases,Change against last year (%),Cases a year before,Data
        A1,A1,120,20,100,registered cases
        A2,A2,4,,3,registered cases
        B,B,<5,<5,<5,registered cases

        """.ReplaceLineEndings("\r\n"),
        Csv.Write(TableSamples.All["query of changes"], SmallReference.Data).ToString());

    [Theory]
    [InlineData("en-IN", "Place (code),Place,Month (code),Month,Forecast,Low 80 %,High 80 %,", "A1,A1,2024-01,January 2024,31.4,20,44,25,28.25,0.81,",
        "A2,A2,2024-01,January 2024,withheld,withheld,withheld,,,,")]
    [InlineData("hi-IN", "क्षेत्र (कोड),क्षेत्र,", "A1,A1,2024-01,जनवरी 2024,31.4,20,44,25,28.25,0.81,", "A2,A2,2024-01,जनवरी 2024,गोपनीय रखा गया,")]
    [InlineData("ta-IN", "இடம் (குறியீடு),இடம்,", "A1,A1,2024-01,ஜனவரி 2024,31.4,20,44,25,28.25,0.81,", "A2,A2,2024-01,ஜனவரி 2024,மறைக்கப்பட்டது,")]
    public void Write_Places_AreInTheReadersLanguageWithTheSameFigures(string culture, string head, string first, string withheld)
    {
        UseCulture(culture);
        var lines = Csv.Write(TableSamples.All["forecast places"], SmallReference.Data).ToString().Split("\r\n");
        Assert.StartsWith(head, lines[0], StringComparison.Ordinal);
        Assert.StartsWith(first, lines[1], StringComparison.Ordinal);
        Assert.StartsWith(withheld, lines[2], StringComparison.Ordinal);
    }

    /// <summary>No text from outside can be taken for a formula, wherever it stands.</summary>
    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("@cmd")]
    [InlineData("-cmd")]
    [InlineData("\tx")]
    public void Write_FormulaAsText_IsDisarmed(string text)
    {
        var column = new FigureColumn("text", FigureUnit.Text, TextKey.Of<QueryText>(nameof(QueryText.DataKind)));
        var table = new FigureTable("texts", [column], [new FigureRow([FigureValue.Text(text)])])
        {
            Facts = [new FigureFact(column with { Key = "fact" }, FigureValue.Text(text))],
        };
        Assert.Equal($"'{text},'{text}", Csv.Write(table, SmallReference.Data).ToString().Split("\r\n")[1]);
    }

    [Fact]
    public void ToBytes_AnyTable_IsMarkedAsUtf8() => Assert.Equal([0xEF, 0xBB, 0xBF], Csv.ToBytes(TableSamples.All["map"], SmallReference.Data)[..3]);

    [Theory]
    [InlineData("IN-TN", "theft", "IN-TN_forecast-theft_2026-10-31")]
    [InlineData("IN-TN", "", "IN-TN_forecast_2026-10-31")]
    [InlineData("A,B", "theft,rape", "A+B_forecast-theft+rape_2026-10-31")]
    [InlineData("A,B,C,D", "", "several_forecast_2026-10-31")]
    [InlineData("", "", "forecast_2026-10-31")]
    [InlineData("../etc/passwd", "", "..-etc-passwd_forecast_2026-10-31")]
    public void FileName_PlacesAndHeads_AreInIt(string places, string heads, string expected) =>
        Assert.Equal(expected, TableFileName.Of(Codes(places), "forecast", Codes(heads), new DateOnly(2026, 10, 31)));

    [Fact]
    public void FileName_NoData_HasNoDay() => Assert.Equal("IN_cases", TableFileName.Of(["IN"], "cases", [], null));

    [Fact]
    public void Json_WithheldAndTooFew_SayWhy()
    {
        var json = Encoding.UTF8.GetString(
            new TableJson(Services.GetRequiredService<TableWords>()).ToBytes(TableSamples.All["query of changes"], SmallReference.Data));
        Assert.Contains("""{"key":"jurisdiction_code","unit":"place","name":"Place (code)"}""", json, StringComparison.Ordinal);
        Assert.Contains(
            """{"jurisdiction_code":"A2","jurisdiction":"A2","count":4,"changeLastYear":null,"countLastYear":3,"withheld":{"changeLastYear":"tooFew"}}""", json,
            StringComparison.Ordinal);
        Assert.Contains(
            """{"jurisdiction_code":"B","jurisdiction":"B","count":null,"changeLastYear":null,"countLastYear":null,"withheld":{"count":"small","changeLastYear":"small","countLastYear":"small"}}""",
            json, StringComparison.Ordinal);
    }

    private static string[] Codes(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
