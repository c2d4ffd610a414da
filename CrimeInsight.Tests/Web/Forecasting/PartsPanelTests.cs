using Bunit;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class PartsPanelTests : ForecastPageContext
{
    /// <summary>Diwali's months have a third more.</summary>
    private static readonly double[] s_diwali = [.. ForecastSamples.Season.Select((cases, month) =>
        FakeHolidays.Calendar.Days.Any(day => day.Key == "diwali" && (day.Day.Year - 2020) * 12 + day.Day.Month - 1 == month) ? Math.Round(cases * 1.35)
            : cases)];

    [Fact]
    public void Panel_Season_IsSaidAndDrawn()
    {
        var page = Open("/forecast?tab=parts");
        page.WaitForState(() => page.FindAll(".parts li").Count == 5);

        var parts = page.FindAll(".parts li").Select(part => part.TextContent).ToList();
        Assert.Contains("Most in April", parts[1], StringComparison.Ordinal);
        Assert.Contains("fewest in October", parts[1], StringComparison.Ordinal);
        Assert.Contains("none shows an effect beyond chance", parts[2], StringComparison.Ordinal);
        Assert.Contains("No known change of law", parts[3], StringComparison.Ordinal);
        // Trend, season and the rest; nothing is drawn of what is not there.
        Assert.Equal(3, page.FindAll(".parts .chart").Count);
    }

    [Fact]
    public void Table_EveryMonth_AddsUp()
    {
        var page = Open("/forecast?tab=parts");
        page.WaitForState(() => page.FindAll("button.panel-action[aria-pressed]").Count == 1);
        page.Find("button.panel-action[aria-pressed]").Click();
        page.WaitForState(() => page.FindAll(".parts-table tbody tr").Count == 48);

        foreach (var row in page.FindAll(".parts-table tbody tr").Take(5))
        {
            var cells = row.QuerySelectorAll("td")
                .Select(cell => double.Parse(cell.TextContent.Replace('\u2212', '-'), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(cells[0], cells[1..].Sum(), 0.5);
        }
    }

    [Fact]
    public void Festival_WithAnEffect_IsMovedWithItsInterval()
    {
        Know(s_diwali);
        var page = Open("/forecast?tab=festival&festival=diwali&month=2024-11");
        page.WaitForState(() => page.FindAll(".festival-table").Count == 1);

        Assert.StartsWith("Diwali in November 2024 instead of October 2024: the month that has it sees +", page.Find(".festival-sentence").TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Oct 2024", page.Find(".festival-table").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nov 2024", page.Find(".festival-table").TextContent, StringComparison.Ordinal);
        Assert.Contains("always in the same month", page.Find(".festival-list").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Holi, always in March, is told from the season by its days.</summary>
    [Fact]
    public void Festival_KnownByDay_IsSaidOfItsDays()
    {
        var from = new DateOnly(2020, 1, 1);
        Days = [.. Enumerable.Range(0, 4 * 365 + 1)
            .Select(day => 12 + day * 7 % 5 + (FakeHolidays.Calendar.Days.Any(one => one.Key == "holi" && one.Day == from.AddDays(day)) ? 14.0 : 0))];
        var parts = Open("/forecast?tab=parts");
        parts.WaitForState(() => parts.FindAll(".parts li").Count == 5);
        Assert.Contains("on the days of the festival: Holi +", parts.FindAll(".parts li")[2].TextContent, StringComparison.Ordinal);

        var page = Open("/forecast?tab=festival&festival=holi&month=2024-04");
        page.WaitForState(() => page.FindAll(".festival-table").Count == 1);
        Assert.Contains("its days see +", page.Find(".festival-sentence").TextContent, StringComparison.Ordinal);
        Assert.Contains("Effects are of the festival's days", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Festival_WithoutAnEffect_IsSaidPlainly()
    {
        var page = Open("/forecast?tab=festival&festival=diwali");
        page.WaitForState(() => page.FindAll(".festival-sentence").Count == 1);
        Assert.Contains("no demonstrable effect of Diwali", page.Find(".festival-sentence").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Festival_AlwaysInTheSameMonth_CannotBeMoved()
    {
        var page = Open("/forecast?tab=festival");
        page.WaitForState(() => page.FindAll(".festival-choice select").Count == 2);
        page.FindAll(".festival-choice select")[0].Change("holi");

        page.WaitForAssertion(() => Assert.Contains("cannot be told from the season", page.Find(".festival-sentence").TextContent, StringComparison.Ordinal));
        Assert.Contains("festival=holi", Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".festival-table"));
    }

    [Fact]
    public void Festivals_OfAnotherState_AreNotOffered()
    {
        var page = Open("/forecast?in=A&tab=festival");
        page.WaitForState(() => page.FindAll(".festival-choice option").Count > 0);
        Assert.DoesNotContain("Onam", page.Find(".festival-choice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void NeverVaries_SaysWhatIsNeeded()
    {
        Know([.. Enumerable.Repeat(5.0, 48)]);
        var page = Open("/forecast?tab=parts");
        page.WaitForAssertion(() => Assert.Contains("There is nothing to take apart", page.Markup, StringComparison.Ordinal));
    }
}
