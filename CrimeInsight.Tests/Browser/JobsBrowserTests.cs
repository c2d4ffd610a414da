using CrimeInsight.Tests.Support.Browser;
using Microsoft.Playwright;
using static CrimeInsight.Tests.Support.Browser.SitePages;

namespace CrimeInsight.Tests.Browser;

public sealed class JobsBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task Jobs_Administrator_StartsSeesAndCancels()
    {
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        var complaints = page.Complaints();
        await page.GotoAsync("/sign-in");
        await page.EnterAsync(Account.Admin);
        await page.OpenAsync("/jobs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run now" }).ClickAsync();
        await page.GetByRole(AriaRole.Progressbar).First.WaitForAsync();
        Assert.Empty(await page.ProblemsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the job" }).ClickAsync();
        await page.Locator(".state-cancelled").First.WaitForAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Jobs_Supervisor_IsRefused()
    {
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.EnterAsync(Account.Supervisor);
        await page.GotoAsync("/jobs");
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        Assert.Equal(0, await page.Locator(".jobs").CountAsync());
        Assert.Equal(0, await page.Locator("nav a[href^='/jobs']").CountAsync());
    }
}
