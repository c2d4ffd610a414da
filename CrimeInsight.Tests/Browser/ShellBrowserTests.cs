using CrimeInsight.Tests.Support.Browser;
using Microsoft.Playwright;
using static CrimeInsight.Tests.Support.Browser.SitePages;

namespace CrimeInsight.Tests.Browser;

public sealed class ShellBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task Menus_OnADesktop_AreAccessibleWhenOpen()
    {
        await using var context = await browser.OpenAsync();
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync("/account");
        foreach (var menu in new[] { ".bar-language", ".bar-theme", ".bar-account" })
        {
            await page.ClickAsync($"{menu} button");
            await page.WaitForSelectorAsync(".mud-popover-open [role=menuitem]");
            Assert.Empty(await page.ProblemsAsync());
            await CloseByKeyboardAsync(page);
        }
    }

    // What people choose about the page stays with the address and over a reload.
    [Fact]
    public async Task LanguageAndTheme_Switched_KeepTheAddressAndHold()
    {
        await using var context = await browser.OpenAsync(390, 844);
        var page = await context.SignInAsync(Account.Supervisor);
        await page.OpenAsync("/account?from=2024-01");

        await page.ClickAsync(".bar-theme button");
        await page.ClickAsync(".mud-popover-open [role=menuitem] >> text=Dark");
        await page.WaitForSelectorAsync("html[data-theme=dark]");
        await page.ClickAsync(".bar-language button");
        await page.ClickAsync(".mud-popover-open [lang=ta]");
        await page.WaitForSelectorAsync("html[lang=ta]");
        await page.SettleAsync();

        Assert.EndsWith("/account?from=2024-01", page.Url, StringComparison.Ordinal);
        await page.OpenAsync("/account");
        Assert.Equal("கணக்கு", await page.TextContentAsync("h1"));
        Assert.Equal("dark", await page.GetAttributeAsync("html", "data-theme"));
        Assert.Equal("rgb(11, 20, 24)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task SignOut_FromTheMenu_EndsAtTheSignInPage()
    {
        await using var context = await browser.OpenAsync(390, 844);
        var page = await context.SignInAsync(Account.Officer);
        await page.SettleAsync();

        await page.ClickAsync(".bar-account button");
        await page.ClickAsync(".account-out-button");
        await page.WaitForURLAsync("**/sign-in?signedOut=true");

        Assert.Equal("You have signed out.", await page.TextContentAsync("[role=status]"));
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
}
