using System.Text.RegularExpressions;
using CrimeInsight.Tests.Support.Browser;
using Microsoft.Playwright;
using OtpNet;
using static CrimeInsight.Tests.Support.Browser.SitePages;
using static Microsoft.Playwright.Assertions;

namespace CrimeInsight.Tests.Browser;

public sealed class PeopleBrowserTests(BrowserFixture browser)
{
    private const string Password = "four odd wooden ladders";

    [Fact]
    public async Task Invited_SetsPasswordAndSecondFactor_AndSignsInWithBoth()
    {
        var userName = $"meena.{Guid.NewGuid():N}"[..16];
        await using var context = await browser.OpenAsync();
        var admin = await context.SignInAsync(Account.Admin);
        var complaints = admin.Complaints();
        var code = await InviteAsync(admin, userName);

        await using var phone = await browser.OpenAsync(width: 390, height: 844);
        var page = await phone.NewPageAsync();
        await RedeemAsync(page, userName, code);
        await SignInAsync(page, userName);
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));

        await page.GotoAsync("/account/factor");
        Assert.Empty(await page.ProblemsAsync());
        var secret = (await page.Locator(".factor-secret").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.FillAsync("#factor-code", CodeOf(secret, steps: 0));
        await page.Locator(".plain-button").ClickAsync();
        await Expect(page.Locator(".factor-recovery li")).ToHaveCountAsync(10);

        // Passkeys belong to a name, and the site's address has none.
        var named = new UriBuilder(new Uri(admin.Url)) { Host = "localhost", Path = "/", Query = "" }.Uri.ToString();
        await using var desk = await browser.OpenAsync(address: named);
        var other = await desk.NewPageAsync();
        await SignInAsync(other, userName);
        await other.WaitForURLAsync("**/sign-in/factor**");
        Assert.Empty(await other.ProblemsAsync());
        await other.FillAsync("#factor-code", CodeOf(secret, steps: 1));
        await other.Locator(".plain-button").ClickAsync();
        await other.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await AddAndUsePasskeyAsync(desk, other);
        Assert.Empty(complaints);
    }

    // The device of the browser makes and holds the key: added on the account's page, it signs in alone.
    private static async Task AddAndUsePasskeyAsync(IBrowserContext context, IPage page)
    {
        var device = await context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        var complaints = page.Complaints();
        await page.GotoAsync("/account/passkeys");
        await page.FillAsync("#passkey-name", "This computer");
        await page.FillAsync("#passkey-password", Password);
        Assert.Empty(await page.ProblemsAsync());
        await page.Locator("form[data-passkey] .plain-button").ClickAsync();
        await Expect(page.Locator(".passkey-select option")).ToHaveTextAsync(new Regex("This computer"));

        await context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("form[data-passkey] .plain-button").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        Assert.Empty(complaints);
    }

    private static async Task RedeemAsync(IPage page, string userName, string code)
    {
        await page.GotoAsync("/sign-in/code");
        await page.FillAsync("#user-name", userName);
        await page.FillAsync("#code", code);
        await page.FillAsync("#next", Password);
        await page.FillAsync("#repeat", Password);
        await page.Locator(".plain-button").ClickAsync();
        await page.Locator(".entry-notice").WaitForAsync();
    }

    private static async Task<string> InviteAsync(IPage page, string userName)
    {
        await page.OpenAsync("/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await page.Locator(".person-form input").Nth(0).FillAsync("Meena Pillai");
        await page.Locator(".person-form input").Nth(1).FillAsync(userName);
        await page.Locator(".person-places .mud-input-slot").First.ClickAsync();
        await page.Locator(".mud-popover-open .mud-list-item").First.ClickAsync();
        await page.Locator(".person-place").WaitForAsync();
        Assert.Empty(await page.ProblemsAsync());
        await page.Locator(".mud-dialog-actions .mud-button-filled").ClickAsync();
        return (await page.Locator(".slip-code").TextContentAsync())!;
    }

    private static async Task SignInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#user-name", userName);
        await page.FillAsync("#password", Password);
        await page.Locator(".entry-form .plain-button").ClickAsync();
    }

    private static string CodeOf(string secret, int steps) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow.AddSeconds(30 * steps));
}
