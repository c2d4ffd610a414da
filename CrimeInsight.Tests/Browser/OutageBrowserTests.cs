using System.Net;
using CrimeInsight.Tests.Support.Browser;
using Microsoft.Playwright;
using static CrimeInsight.Tests.Support.Browser.SitePages;

namespace CrimeInsight.Tests.Browser;

public sealed class OutageBrowserTests(BrowserFixture browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions s_patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task DatabaseHangsAndIsKilled_OpenPage_WaitsAndGoesOnByItself()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"crimeinsight-outage-{Environment.ProcessId}");
        await using var site = new SiteProcess(folder, new Dictionary<string, string> { ["Demo__Incidents"] = "0", ["Jobs__Automatic"] = "false" });
        try
        {
            await site.StartAsync();
            await site.AccountsAsync();
            await using var context = await browser.OpenAsync(390, 844, locale: "hi-IN", address: site.Address);
            var page = await context.SignInAsync(Account.Admin);
            await page.OpenAsync("/?head=theft");

            await site.HoldAsync();
            await Assertions.Expect(page.GetByText("डेटाबेस के उत्तर की प्रतीक्षा है").First).ToBeVisibleAsync(s_patient);
            await AssertWaitsAsync(site, HttpStatusCode.ServiceUnavailable);
            var other = await context.NewPageAsync();
            var answer = await other.GotoAsync("/cases?head=theft");
            Assert.Equal(503, answer!.Status);
            await Assertions.Expect(other.GetByRole(AriaRole.Heading)).ToContainTextAsync("डेटाबेस से उत्तर नहीं मिल रहा");
            // Together longer than an open page trusts its sign-in without asking.
            await Task.Delay(4_000, TestContext.Current.CancellationToken);
            await site.GoOnAsync();
            await AssertWorksAsync(page);
            await other.Locator(".shell").WaitForAsync(new LocatorWaitForOptions { Timeout = 30_000 });
            Assert.EndsWith("/cases?head=theft", other.Url, StringComparison.Ordinal);

            await KillAsync(site);
            await AssertWorksAsync(page);
            await AssertWaitsAsync(site, HttpStatusCode.NoContent);
        }
        finally
        {
            await site.StopAsync();
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task KillAsync(SiteProcess site)
    {
        var first = SiteDatabase.Postmaster(site);
        await site.KillAsync();
        await AnswersAsync(site);
        Assert.NotEqual(first, SiteDatabase.Postmaster(site));
    }

    // Same address, still signed in, nothing failed, and the shell leads elsewhere and back.
    private static async Task AssertWorksAsync(IPage page)
    {
        await Assertions.Expect(page.GetByText("डेटाबेस के उत्तर की प्रतीक्षा है"))
            .ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });
        Assert.EndsWith("/?head=theft", page.Url, StringComparison.Ordinal);
        await page.Locator("a[href='/hotspots?head=theft'], a[href^='/hotspots']").First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/hotspots", StringComparison.Ordinal));
        await page.GoBackAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/?head=theft", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".scope-bar-summary")).ToBeVisibleAsync(s_patient);
        await Assertions.Expect(page.Locator(".page-message")).ToHaveCountAsync(0);
    }

    private static async Task AssertWaitsAsync(SiteProcess site, HttpStatusCode status)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(site.Address + "/health/ready"));
        Assert.Equal(status, answer.StatusCode);
        using var live = await client.GetAsync(new Uri(site.Address + "/health/live"));
        Assert.Equal(HttpStatusCode.NoContent, live.StatusCode);
    }

    private static async Task AnswersAsync(SiteProcess site)
    {
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 150; attempt++)
        {
            await Task.Delay(200);
            using var answer = await client.GetAsync(new Uri(site.Address + "/health/ready"));
            if (answer.IsSuccessStatusCode && site.Output.Contains("was started again", StringComparison.Ordinal))
                return;
        }

        throw new TimeoutException($"The database did not come back: {site.Output}");
    }
}
