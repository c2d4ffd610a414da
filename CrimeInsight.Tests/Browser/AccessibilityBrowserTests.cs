using CrimeInsight.Tests.Support.Browser;
using static CrimeInsight.Tests.Support.Browser.SitePages;

namespace CrimeInsight.Tests.Browser;

public sealed class AccessibilityBrowserTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("/", false)]
    [InlineData("/", true)]
    [InlineData("/map", false)]
    [InlineData("/cases", false)]
    [InlineData("/cases", true)]
    [InlineData("/account", false)]
    [InlineData("/account", true)]
    public async Task Axe_SignedInPages_FindsNothingSerious(string address, bool isDark)
    {
        await using var context = await browser.OpenAsync(isDark: isDark);
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync(address);
        Assert.Empty(await page.SeriousAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_SignIn_FindsNothingSerious(bool isDark)
    {
        await using var context = await browser.OpenAsync(390, 844, "ta-IN", isDark);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        Assert.Empty(await page.SeriousAsync());
    }

    [Theory]
    [InlineData("/", "en-IN")]
    [InlineData("/", "hi-IN")]
    [InlineData("/", "ta-IN")]
    [InlineData("/map", "ta-IN")]
    [InlineData("/cases", "ta-IN")]
    [InlineData("/account", "ta-IN")]
    public async Task Phone_360Wide_NeverScrollsSideways(string address, string culture)
    {
        await using var context = await browser.OpenAsync(360, 740, culture);
        var page = await context.SignInAsync(Account.Supervisor);
        await page.OpenAsync(address);
        var width = await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)");
        Assert.InRange(width, 1, 360);
    }
}
