using CrimeInsight.Tests.Support.Browser;
using static CrimeInsight.Tests.Support.Browser.SitePages;
using static Microsoft.Playwright.Assertions;

namespace CrimeInsight.Tests.Browser;

/// <summary>What a person sees and reaches with thumb, keyboard and printer.</summary>
public sealed class ScreenBrowserTests(BrowserFixture browser)
{
    /// <summary>Elements that reach beyond the window, by selector.</summary>
    private const string BeyondScript = """
        selector => [...document.querySelectorAll(selector)].filter(element => element.offsetParent !== null)
            .map(element => [element.getBoundingClientRect(), element]).filter(([box]) => box.left < 0 || box.right > innerWidth + 1).map(([, element]) => element.outerHTML.slice(0, 120))
        """;

    private const string SmallScript = """
        selector => [...document.querySelectorAll(selector)].filter(element => element.offsetParent !== null)
            .map(element => [element.getBoundingClientRect(), element]).filter(([box]) => box.width < 44 || box.height < 44).map(([, element]) => element.outerHTML.slice(0, 120))
        """;

    private const string OverlapScript = """
        () => [...document.querySelectorAll('.apexcharts-xaxis-texts-g')].flatMap(axis => {
            const boxes = [...axis.querySelectorAll('text')].filter(text => text.textContent).map(text => text.getBoundingClientRect());
            return boxes.slice(1).filter((box, i) => box.left < boxes[i].right).map(box => `${box.left} < previous`);
        })
        """;

    [Theory]
    [InlineData("ta-IN", 390)]
    [InlineData("hi-IN", 360)]
    public async Task Phone_LargestText_NothingIsCutAndEverythingCanBeTapped(string culture, int width)
    {
        await using var context = await browser.OpenAsync(width, 844, culture);
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync("/");
        await Expect(page.Locator(".apexcharts-xaxis-texts-g text").First).ToBeAttachedAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(OverlapScript));
        Assert.Empty(await page.EvaluateAsync<string[]>(SmallScript, ".panel-action, .page-tool, .nav > .nav-link"));

        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '130%'; }");
        Assert.Empty(await page.EvaluateAsync<string[]>(BeyondScript, ".bar button, .nav > .nav-link, .page-tool"));

        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '100%'; }");
        await page.Locator(".scope-bar-summary").ClickAsync();
        await page.Locator(".scope-bar-sheet .scope-period").ClickAsync();
        await Expect(page.Locator(".mud-popover-open .mud-list-item").First).ToBeVisibleAsync();
        // The list is put in its place after it opens.
        await page.WaitForFunctionAsync($"selector => ({BeyondScript})(selector).length === 0", ".mud-popover-open .mud-list-item");
    }

    [Fact]
    public async Task Keyboard_FocusIsSeenAndEscapeClosesTheSheets()
    {
        await using var context = await browser.OpenAsync(800);
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync("/");
        await page.Locator(".bar-account button").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("solid", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));

        await page.Locator(".scope-bar-summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".scope-bar-sheet")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".scope-bar-sheet")).ToHaveCountAsync(0);

        await page.OpenAsync("/map?at=IN-TN");
        await Expect(page.Locator(".area-sheet")).ToBeVisibleAsync();
        await page.Locator(".map-canvas").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".area-sheet")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Page_SharedAndPrinted_IsItsAddressAndItself()
    {
        await using var context = await browser.OpenAsync(1600);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync("/?in=IN-TN&head=theft");

        await page.Locator("[data-tool=share]").ClickAsync();
        await Expect(page.Locator(".mud-snackbar")).ToBeVisibleAsync();
        Assert.EndsWith("/?in=IN-TN&head=theft", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);

        await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await page.SetViewportSizeAsync(703, 1000);
        foreach (var bar in new[] { ".bar", ".nav", ".scope-bar", ".page-tools" })
            await Expect(page.Locator(bar).First).ToBeHiddenAsync();
        await Expect(page.Locator(".demo-banner")).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(BeyondScript, ".apexcharts-canvas > svg"));

        // By station, figures of protected heads are for the screen alone.
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        await page.OpenAsync("/?in=IN-TN-568&head=rape");
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Expect(page.Locator(".print-guard")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToBeHiddenAsync();
    }

    /// <summary>
    /// Makes the pictures of the README anew: <c>-explicit only -method '*Readme_Pictures*'</c>, with CRIMEINSIGHT_PICTURES naming a running site with demo
    /// data.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task Readme_Pictures_AreTaken()
    {
        var site = Environment.GetEnvironmentVariable("CRIMEINSIGHT_PICTURES");
        foreach (var (name, address, width, culture, account) in new[]
        {
            ("overview", "/", 1280, "en-IN", Account.Supervisor),
            ("hotspots", "/hotspots?in=IN-MH&head=theft", 1280, "hi-IN", Account.Admin),
            ("phone", "/forecast", 390, "ta-IN", Account.Supervisor),
        })
        {
            await using var context = await browser.OpenAsync(width, width < 600 ? 844 : 800, culture, address: site);
            var page = await context.SignInAsync(account);
            await page.OpenAsync(address);
            await page.WaitForTimeoutAsync(1500);
            await page.ScreenshotAsync(
                new() { Path = Support.Repository.PathOf($"docs/pictures/{name}.jpg"), Type = Microsoft.Playwright.ScreenshotType.Jpeg, Quality = 72 });
        }
    }
}
