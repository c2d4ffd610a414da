using System.Text.Json;
using Bunit;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Charts;

namespace CrimeInsight.Tests.Web.Charts;

public sealed class ApexChartTests : WebContext
{
    private const string Module = "./Shared/Charts/ApexChart.razor.js";

    private static readonly ChartOptions s_trend = new()
    {
        Kind = ChartKind.Line,
        Categories = ["Jan", "Feb", "Mar"],
        Series =
        [
            new ChartSeries("Range", [default, new(80, 120), new(85, 130)]),
            new ChartSeries("Cases", [100, null, 110]) { IsDashed = true },
        ],
    };

    [Fact]
    public void Mount_Trend_SendsSeriesIntervalsAndGaps()
    {
        var module = StrictModule();

        Render<ApexChart>(parameters => parameters.Add(chart => chart.Options, s_trend).Add(chart => chart.Label, "Cases by month"));

        using var options = JsonDocument.Parse((string)module.VerifyInvoke("mount").Arguments[1]!);
        var series = options.RootElement.GetProperty("series");
        Assert.Equal("rangeArea", series[0].GetProperty("type").GetString());
        Assert.Equal("[80,120]", series[0].GetProperty("data")[1].GetProperty("y").GetRawText());
        Assert.Equal(JsonValueKind.Null, series[1].GetProperty("data")[1].GetProperty("y").ValueKind);
        Assert.Equal(5, options.RootElement.GetProperty("stroke").GetProperty("dashArray")[1].GetInt32());
    }

    [Fact]
    public void Mount_Hindi_SendsPatternsOfTheLanguage()
    {
        UseCulture("hi-IN");
        var module = StrictModule();

        Render<ApexChart>(parameters => parameters.Add(chart => chart.Options, s_trend).Add(chart => chart.Label, "x"));

        Assert.Contains("करोड़", module.VerifyInvoke("mount").Arguments[2]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_SameOptionsAgain_SendsNothing()
    {
        var module = StrictModule();
        var chart = Render<ApexChart>(parameters => parameters.Add(part => part.Options, s_trend).Add(part => part.Label, "x"));

        chart.Render(parameters => parameters.Add(part => part.Options, s_trend with { }));

        module.VerifyNotInvoke("update");
    }

    [Fact]
    public void Render_ThemeChanges_UpdatesTheChart()
    {
        var module = StrictModule();
        var isDark = false;
        var chart = Render<ApexChart>(
            parameters => parameters.AddCascadingValue("IsDark", isDark).Add(part => part.Options, s_trend).Add(part => part.Label, "x"));

        chart.Render(parameters => parameters.Add(part => part.Options, s_trend with { HeightPixels = 300 }));

        Assert.Contains("\"height\":300", (string)module.VerifyInvoke("update").Arguments[1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_Mounted_Unmounts()
    {
        var module = StrictModule();
        Render<ApexChart>(parameters => parameters.Add(part => part.Options, s_trend).Add(part => part.Label, "x"));

        await DisposeComponentsAsync();

        module.VerifyInvoke("unmount");
    }

    [Fact]
    public void Build_SeriesOfAnotherLength_IsRefused()
    {
        var wrong = s_trend with { Series = [new ChartSeries("Cases", [1, 2])] };

        var failure = Assert.Throws<ArgumentException>(() => ApexOptionsBuilder.Build(wrong, isDark: false));
        Assert.Contains("2 values for 3 categories", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sequential_SevenSteps_AreOrderedByLightness(bool isDark)
    {
        var lightness = ChartColours.Sequential(isDark).Select(Luminance).ToList();

        Assert.Equal(isDark ? lightness.Order() : lightness.OrderDescending(), lightness);
    }

    [Theory]
    [InlineData(false, "#ffffff")]
    [InlineData(true, "#131f25")]
    public void Categorical_EveryColour_StandsOutFromThePanel(bool isDark, string panel) =>
        Assert.All(ChartColours.Categorical(isDark), colour => Assert.True(Contrast(colour, panel) >= 3, $"{colour} on {panel}"));

    private BunitJSModuleInterop StrictModule()
    {
        var module = JSInterop.SetupModule(Module);
        module.Mode = JSRuntimeMode.Strict;
        module.SetupVoid("mount", _ => true).SetVoidResult();
        module.SetupVoid("update", _ => true).SetVoidResult();
        module.SetupVoid("unmount", _ => true).SetVoidResult();
        return module;
    }

    internal static double Contrast(string one, string other)
    {
        var (high, low) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (high + 0.05) / (low + 0.05);
    }

    // WCAG 2.1 relative luminance.
    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }
}
