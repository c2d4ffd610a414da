using CrimeInsight.Tests.Support.Browser;
using static CrimeInsight.Tests.Support.Browser.SitePages;

namespace CrimeInsight.Tests.Browser;

/// <summary>Every page, in every language, wide and narrow, light and dark; one sign-in a row, for it is the visits that cost.</summary>
public sealed class AccessibilityBrowserTests(BrowserFixture browser)
{
    private static readonly string[] s_pages = ["/", "/?head=rape", "/map", "/map?at=IN-TN", "/map?show=table", "/cases", "/forecast", "/forecast?tab=replay",
        "/forecast?tab=record", "/forecast?in=IN-TN&tab=parts", "/forecast?in=IN-TN&tab=festival", "/forecast?in=IN-TN&tab=places", "/hotspots",
        "/hotspots?in=IN-TN&head=burglary&show=both", "/jobs",
        "/data-room", "/data-room/batches", "/sources", "/sources/new", "/boundaries",
        "/boundaries?view=load", "/quality?in=IN-TN", "/validation", "/people", "/audit", "/settings", "/account",
        "/account/password", "/account/factor", "/sign-in/code", "/not-found", "/denied"];

    [Theory]
    [InlineData("en-IN", false, 1280)]
    [InlineData("hi-IN", true, 360)]
    [InlineData("ta-IN", false, 360)]
    public async Task EveryPage_FitsAndHasNoSeriousFindingAndNoComplaint(string culture, bool isDark, int width)
    {
        await using var context = await browser.OpenAsync(width, width < 600 ? 740 : 800, culture, isDark);
        var page = await context.NewPageAsync();
        var complaints = page.Complaints();
        await page.GotoAsync("/sign-in");
        var problems = await page.ProblemsAsync();
        await page.EnterAsync(Account.Admin);
        foreach (var address in s_pages)
        {
            await page.OpenAsync(address);
            problems.AddRange((await page.ProblemsAsync()).Select(problem => $"{address}: {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Empty(complaints);
    }
}
