using CrimeInsight.Tests.Support;
using Microsoft.Playwright;

namespace CrimeInsight.Tests.Web.Layout;

public sealed class ShellBrowserTests(SiteFixture site, Chromium chromium) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("hi", true)]
    [InlineData("ta", false)]
    public async Task Pages_OnANarrowPhone_FitAndAreAccessible(string language, bool isDark)
    {
        await using var browser = await BrowserPage.OpenAsync(chromium, site.Address, 360, 780, language, isDark);
        await browser.GoToAsync("/sign-in");
        await AssertFitsAndIsAccessibleAsync(browser);
        await browser.EnterDemoAsync("demo-supervisor");
        foreach (var path in new[] { "/account", "/account/password", "/not-found", "/denied" })
        {
            await browser.GoToAsync(path);
            await AssertFitsAndIsAccessibleAsync(browser);
        }

        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Menus_OnADesktop_AreAccessibleWhenOpen()
    {
        await using var browser = await BrowserPage.OpenAsync(chromium, site.Address);
        await browser.EnterDemoAsync("demo-admin");
        await browser.GoToAsync("/account");
        foreach (var menu in new[] { ".bar-language", ".bar-theme", ".bar-account" })
        {
            await browser.Page.ClickAsync($"{menu} button");
            await browser.Page.WaitForSelectorAsync(".mud-popover-open [role=menuitem]");
            await AssertFitsAndIsAccessibleAsync(browser);
            await CloseByKeyboardAsync(browser.Page);
        }
    }

    // The menu takes the focus a moment after it opens: only then does it hear the key.
    private static async Task CloseByKeyboardAsync(IPage page)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await page.Keyboard.PressAsync("Escape");
            await Task.Delay(500);
            if (await page.Locator(".mud-popover-open").CountAsync() == 0)
                return;
        }

        Assert.Fail("The menu does not close by Escape.");
    }

    [Fact]
    public async Task Language_Switched_KeepsTheAddressAndHolds()
    {
        await using var browser = await BrowserPage.OpenAsync(chromium, site.Address, 390, 844);
        await browser.EnterDemoAsync("demo-supervisor");
        await browser.GoToAsync("/account?from=2024-01");

        await browser.Page.ClickAsync(".bar-language button");
        await browser.Page.ClickAsync(".mud-popover-open [lang=ta]");
        await browser.Page.WaitForSelectorAsync("html[lang=ta]");
        await browser.ReadyAsync();

        Assert.EndsWith("/account?from=2024-01", browser.Page.Url, StringComparison.Ordinal);
        Assert.Equal("கணக்கு", await browser.Page.TextContentAsync("h1"));
        await browser.GoToAsync("/account");
        Assert.Equal("கணக்கு", await browser.Page.TextContentAsync("h1"));
    }

    [Fact]
    public async Task Theme_SwitchedToDark_HoldsAfterAReload()
    {
        await using var browser = await BrowserPage.OpenAsync(chromium, site.Address);
        await browser.EnterDemoAsync("demo-officer");
        await browser.GoToAsync("/account");

        await browser.Page.ClickAsync(".bar-theme button");
        await browser.Page.ClickAsync(".mud-popover-open [role=menuitem] >> text=Dark");
        await browser.Page.WaitForSelectorAsync("html[data-theme=dark]");
        await browser.GoToAsync("/account");

        Assert.Equal("dark", await browser.Page.GetAttributeAsync("html", "data-theme"));
        Assert.Equal("rgb(11, 20, 24)", await browser.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task SignOut_FromTheMenu_EndsAtTheSignInPage()
    {
        await using var browser = await BrowserPage.OpenAsync(chromium, site.Address, 390, 844);
        await browser.EnterDemoAsync("demo-officer");

        await browser.Page.ClickAsync(".bar-account button");
        await browser.Page.ClickAsync(".account-out-button");
        await browser.Page.WaitForURLAsync("**/sign-in?signedOut=true");

        Assert.Equal("You have signed out.", await browser.Page.TextContentAsync("[role=status]"));
    }

    [Fact]
    public async Task Server_Restarted_PageComesBackByItself()
    {
        await using var browser = await BrowserPage.OpenAsync(chromium, site.Address);
        await browser.EnterDemoAsync("demo-supervisor");
        await browser.GoToAsync("/account?from=2024-01");

        await site.RestartAsync(TimeSpan.FromSeconds(2));
        await browser.Page.WaitForFunctionAsync("() => document.documentElement.dataset.circuit === 'open' && document.getElementById('reconnect-notice').dataset.state === 'hidden'", null, new() { Timeout = 30_000 });
        await browser.ReadyAsync();
        await browser.Page.ClickAsync(".bar-theme button");
        await browser.Page.WaitForSelectorAsync(".mud-popover-open [role=menuitem]");

        Assert.EndsWith("/account?from=2024-01", browser.Page.Url, StringComparison.Ordinal);
    }

    private static async Task AssertFitsAndIsAccessibleAsync(BrowserPage browser)
    {
        Assert.InRange(await browser.SidewaysAsync(), int.MinValue, 0);
        Assert.Empty(await browser.AccessibilityProblemsAsync());
    }
}
