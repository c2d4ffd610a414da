using CrimeInsight.Tests.Support.Browser;
using Microsoft.Playwright;
using static CrimeInsight.Tests.Support.Browser.SitePages;

namespace CrimeInsight.Tests.Browser;

public sealed class RestartBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task ServerRestarts_OpenPage_ComesBackByItselfAndWorks()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"crimeinsight-restart-{Environment.ProcessId}");
        await using var site = new SiteProcess(folder, new Dictionary<string, string> { ["Demo__Incidents"] = "0" });
        try
        {
            await site.StartAsync();
            await site.AccountsAsync();
            await using var context = await browser.OpenAsync(390, 844, address: site.Address);
            var page = await context.SignInAsync(Account.Admin);
            await page.OpenAsync("/?head=theft");
            await page.Locator("html[data-circuit=open]").WaitForAsync();

            await site.StopAsync();
            await site.StartAsync();

            await Assertions.Expect(page.Locator(".page-header p")).ToContainTextAsync("Theft", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
            await page.WaitForFunctionAsync(
                "() => !document.querySelector('[aria-busy=true], .mud-skeleton')", null, new PageWaitForFunctionOptions { Timeout = 60_000 });
            await page.Locator("html[data-circuit=open]").WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
            await Assertions.Expect(page.Locator(".scope-bar-summary")).ToBeVisibleAsync();
            await OpensTheScopeAsync(page);
            Assert.Contains("head=theft", page.Url, StringComparison.Ordinal);
        }
        finally
        {
            await site.StopAsync();
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    // A tap may fall into the moment in which the page is drawn anew: tap until it answers.
    private static async Task OpensTheScopeAsync(IPage page)
    {
        var sheet = page.Locator(".scope-bar-sheet");
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await page.Locator(".scope-bar-summary").ClickAsync();
            try
            {
                await sheet.WaitForAsync(new LocatorWaitForOptions { Timeout = 6_000 });
                return;
            }
            catch (TimeoutException)
            {
                // The page was being drawn anew.
            }
        }

        Assert.Fail("The page came back but does not answer taps.");
    }
}
