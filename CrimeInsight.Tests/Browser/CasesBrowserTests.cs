using System.Text.RegularExpressions;
using CrimeInsight.Tests.Support.Browser;
using static CrimeInsight.Tests.Support.Browser.SitePages;
using static Microsoft.Playwright.Assertions;

namespace CrimeInsight.Tests.Browser;

public sealed partial class CasesBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task Phone_FromTheOverviewToACaseAndBack_KeepsTheScope()
    {
        await using var context = await browser.OpenAsync(390, 844, "ta-IN");
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync("/?head=theft&from=2022-01");
        await page.Locator(".figure-link").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(CasesOfTheft());
        var rows = page.Locator(".case-table tbody tr");
        await Expect(rows).ToHaveCountAsync(50);
        await Expect(page.Locator("h1")).ToHaveTextAsync("வழக்குகள்");

        var second = await rows.Nth(1).InnerTextAsync();
        await page.Locator(".case-paging a").Last.ClickAsync();
        await Expect(page.Locator(".case-paging a")).ToHaveCountAsync(2);
        await page.Locator(".case-paging a").First.ClickAsync();
        await Expect(rows.Nth(1)).ToHaveTextAsync(second, new() { UseInnerText = true });

        await rows.Nth(1).Locator("a").ClickAsync();
        await Expect(page.Locator(".case-facts").First).ToBeVisibleAsync();
        await Expect(page.Locator(".case-map .leaflet-container")).ToBeVisibleAsync();
        Assert.Empty(await page.ProblemsAsync());

        await page.Locator(".case-back").ClickAsync();
        await Expect(page).ToHaveURLAsync(CasesOfTheft());
        await Expect(rows).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task Details_OfNoCase_SayThatNothingIsThere()
    {
        await using var context = await browser.OpenAsync();
        var page = await context.SignInAsync(Account.Officer);

        var answer = await page.GotoAsync("/cases/999999999");

        Assert.Equal(404, answer!.Status);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"/cases\?head=theft&from=2022-01$")]
    private static partial Regex CasesOfTheft();
}
