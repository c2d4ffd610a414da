using CrimeInsight.Tests.Support.Browser;
using static CrimeInsight.Tests.Support.Browser.SitePages;
using static Microsoft.Playwright.Assertions;

namespace CrimeInsight.Tests.Browser;

public sealed class ForecastBrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task Phone_OfficerOpensTheForecast_ChangesTheLanguageAndPlaysThePast()
    {
        await using var context = await browser.OpenAsync(390, 844, "en-IN");
        var page = await context.SignInAsync(Account.Officer);
        // A head without protected cases: of so few cases a month, one that is protected alone withholds the month.
        await page.OpenAsync("/?head=property");
        var complaints = page.Complaints();
        await page.Locator(".nav-link[href^='/forecast']").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Forecast");
        await page.SettleAsync();
        await Expect(page.Locator(".headline")).ToContainTextAsync("very likely");
        await Expect(page.Locator(".chart svg").First).ToBeVisibleAsync();

        await page.OpenAsync("/language/ta-IN?returnUrl=/forecast%3Fhead%3Dproperty%26tab%3Dreplay");
        await Expect(page.Locator("h1")).ToHaveTextAsync("முன்கணிப்பு");
        var slide = page.Locator(".player-slide input");
        var last = int.Parse(await slide.GetAttributeAsync("max") ?? "", System.Globalization.CultureInfo.InvariantCulture);
        await page.Locator(".player-button").ClickAsync();
        await Expect(slide).ToHaveValueAsync("0");
        await Expect(slide).ToHaveValueAsync("1");
        await page.Locator(".player-button").ClickAsync();
        await slide.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(slide).ToHaveValueAsync($"{last}");
        Assert.Empty(await page.ProblemsAsync());
        Assert.Empty(complaints);
    }
}
