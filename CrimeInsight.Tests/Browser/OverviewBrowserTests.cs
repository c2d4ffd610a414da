using CrimeInsight.Tests.Support.Browser;
using Microsoft.Playwright;
using static CrimeInsight.Tests.Support.Browser.SitePages;

namespace CrimeInsight.Tests.Browser;

public sealed class OverviewBrowserTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task SignIn_EachRole_SeesTheirOwnPlace(int account, bool seesIndia)
    {
        await using var context = await browser.OpenAsync();
        var page = await context.SignInAsync((Account)account);
        await page.SettleAsync();
        var title = await page.Locator("main h1").InnerTextAsync();
        Assert.Equal(seesIndia, title == "India");
        // In a small demo a single station may have no case at all.
        if ((Account)account != Account.Officer)
            await Assertions.Expect(page.Locator(".figure-value").First).Not.ToHaveTextAsync("0");
    }

    [Fact]
    public async Task Officer_AddressOfAnotherState_ShowsOnlyTheirOwn()
    {
        await using var context = await browser.OpenAsync();
        var page = await context.SignInAsync(Account.Officer);
        await page.SettleAsync();
        var own = await page.Locator("main h1").InnerTextAsync();
        await page.OpenAsync("/?in=IN-UP");
        Assert.Equal(own, await page.Locator("main h1").InnerTextAsync());
    }

    [Theory]
    [InlineData("hi-IN", "भारत")]
    [InlineData("ta-IN", "இந்தியா")]
    public async Task Language_Chosen_ChangesThePageAndStays(string culture, string india)
    {
        await using var context = await browser.OpenAsync();
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync($"/language/{culture}?returnUrl=/");
        Assert.Equal(india, await page.Locator("main h1").InnerTextAsync());
        await page.ReloadAsync();
        await page.SettleAsync();
        Assert.Equal(india, await page.Locator("main h1").InnerTextAsync());
    }

    [Fact]
    public async Task Filter_ByHeadAndPlace_LivesInTheAddressAndBackReturns()
    {
        await using var context = await browser.OpenAsync();
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync("/?head=theft");
        await Assertions.Expect(page.Locator(".page-header p")).ToContainTextAsync("Theft");
        var before = await page.Locator(".figure-value").First.InnerTextAsync();

        await page.Locator(".overview-half .bar-item[href*='in=']").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("in=IN-", StringComparison.Ordinal) && url.Contains("head=theft", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("main h1")).Not.ToHaveTextAsync("India");

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("India");
        await Assertions.Expect(page.Locator(".figure-value").First).ToHaveTextAsync(before);
    }

    [Fact]
    public async Task Chart_AsTable_ShowsTheSameMonths()
    {
        await using var context = await browser.OpenAsync();
        var page = await context.SignInAsync(Account.Admin);
        await page.SettleAsync();
        var panel = page.Locator(".panel", new PageLocatorOptions { Has = page.Locator(".apexcharts-canvas") }).First;
        await Assertions.Expect(panel.Locator(".apexcharts-series path").First).ToBeAttachedAsync();
        await page.Locator(".overview-main .panel-actions button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".overview-main .data-table tbody tr")).ToHaveCountAsync(42);
    }

    [Fact]
    public async Task Export_OfARanking_IsLabelledSynthetic()
    {
        await using var context = await browser.OpenAsync();
        var page = await context.SignInAsync(Account.Admin);
        await page.SettleAsync();
        await page.Locator(".overview-half .panel-actions button[popovertarget]").First.ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.Locator(".overview-half .download-menu:popover-open a[href*='.csv']").ClickAsync());
        Assert.Contains("synthetic", download.SuggestedFilename, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.True(lines.Length > 5);
        Assert.All(lines.Skip(1), line => Assert.EndsWith("synthetic", line, StringComparison.Ordinal));
    }
}
