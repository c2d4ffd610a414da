using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Web.Cli;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class ForecastVerbTests
{
    [Fact]
    public void Read_RowsInAnyOrder_GivesSeriesInTimeOrder()
    {
        var file = SeriesFile.Read(new StringReader("ds,y,series\n2024-03,3,a\n2024-01,1,a\n2024-02,2,a\n7,5,\"b,c\"\n"));
        Assert.Equal(["a", "b,c"], file.Series.Select(series => series.Name));
        Assert.Equal([1, 2, 3], file.Series[0].Values);
        Assert.Equal("2024-05", file.Series[0].After(2).ToString());
    }

    [Theory]
    [InlineData("2024-01-31,2024-02-29", "2024-03-31")]
    [InlineData("2024-01-01,2024-02-01", "2024-03-01")]
    [InlineData("2024-01-01,2024-01-08", "2024-01-15")]
    [InlineData("2023-10-01,2024-01-01", "2024-04-01")]
    [InlineData("5,6", "7")]
    public void After_TimesOfEveryKind_GoOnInStep(string times, string next)
    {
        var rows = string.Concat(times.Split(',').Select(time => $"a,{time},1\n"));
        Assert.Equal(next, SeriesFile.Read(new StringReader("series,ds,y\n" + rows)).Series[0].After(1).ToString());
    }

    [Theory]
    [InlineData("series,when,y\na,2024-01,1\n", "no column 'ds'")]
    [InlineData("series,ds,y\n", "no rows")]
    [InlineData("series,ds,y\na,2024-01,many\n", "Row 1: y is 'many'")]
    [InlineData("series,ds,y\na,Jan 24,1\n", "Row 1: ds is 'Jan 24'")]
    [InlineData("series,ds,y\na,2024-01,1\na,2024-01,2\n", "2024-01 twice")]
    [InlineData("series,ds,y\na,2024-01,1\na,2024-02,2\na,2024-04,2\n", "nothing between 2024-02 and 2024-04")]
    [InlineData("series,ds,y\na,2024-01,1\na,2024-02-01,2\n", "in two ways")]
    public void Read_InvalidFile_NamesPlaceAndRemedy(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<OperatorException>(() => SeriesFile.Read(new StringReader(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Requests_InvalidOptions_NameTheOption()
    {
        var file = Seasonal();
        Assert.Contains("no model 'magic'", Refusal(() => ForecastVerb.Requests(file, 3, 12, "magic", "80")), StringComparison.Ordinal);
        Assert.Contains("horizon must lie in [1, 120]", Refusal(() => ForecastVerb.Requests(file, 0, 12, "auto", "80")), StringComparison.Ordinal);
        Assert.Contains("--levels holds 'x'", Refusal(() => ForecastVerb.Requests(file, 3, 12, "auto", "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Forecasts_GivesTheDocumentedColumns()
    {
        var file = Seasonal();
        var requests = ForecastVerb.Requests(file, 2, 12, "snaive", "80,95");
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ForecastVerb.Write(path, file, ForecastBatch.Run(requests, null, null, 1, TestContext.Current.CancellationToken).Outcomes, TextWriter.Null);
            var lines = File.ReadAllLines(path);
            Assert.Equal("series,ds,model,mean,lo80,hi80,lo95,hi95", lines[0]);
            Assert.Equal(3, lines.Length);
            Assert.StartsWith("s,2023-01,snaive,0,", lines[1], StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Write_NothingForecast_WritesNoFile()
    {
        var file = SeriesFile.Read(new StringReader("series,ds,y\na,2024-01,1\n"));
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var outcomes = ForecastBatch.Run(ForecastVerb.Requests(file, 2, 12, "auto", "80"), null, null, 1, TestContext.Current.CancellationToken).Outcomes;
        Assert.Contains("needs 24 values, it has 1", Refusal(() => ForecastVerb.Write(path, file, outcomes, TextWriter.Null)), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    /// <summary>Fourteen coefficients ask for 3·14 values and 14 more for the differences.</summary>
    [Fact]
    public void Write_OrdersTooRichForTheData_SaysHowManyTheyNeed()
    {
        var file = Seasonal();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var outcomes = ForecastBatch.Run(
            ForecastVerb.Requests(file, 3, 12, "arima:(5,2,5)(2,1,2)", "80,95"), null, null, 1, TestContext.Current.CancellationToken).Outcomes;
        Assert.Equal(
            "No series could be forecast: the orders asked for need 56 values, series 's' has 36; take fewer orders, or auto.",
            Refusal(() => ForecastVerb.Write(path, file, outcomes, TextWriter.Null)));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Requests_ValueBeyondAllMeasure_NamesSeriesAndValue()
    {
        var file = SeriesFile.Read(new StringReader("series,ds,y\na,2024-01,1\na,2024-02,5.9e301\n"));
        Assert.Equal("Series 'a' holds 5.9E+301; values must lie within ±1E+60.", Refusal(() => ForecastVerb.Requests(file, 3, 12, "auto", "80")));
    }

    private static SeriesFile Seasonal() => SeriesFile.Read(new StringReader(
        "series,ds,y\n"
            + string.Concat(
                Enumerable.Range(0, 36).Select(t => string.Create(CultureInfo.InvariantCulture, $"s,{2020 + t / 12}-{t % 12 + 1:00},{t % 12}\n")))));

    private static string Refusal(Action action) => Assert.Throws<OperatorException>(action).Message;
}
