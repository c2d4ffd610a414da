using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrimeInsight.Tests.Support.Browser;

/// <summary>What people do on every page, for browser tests.</summary>
internal static class SitePages
{
    /// <summary>The demo accounts, in the order in which the sign-in page offers them.</summary>
    public enum Account
    {
        Officer,
        Supervisor,
        Admin,
    }

    /// <summary>One tap on the sign-in page.</summary>
    public static async Task<IPage> SignInAsync(this IBrowserContext context, Account account)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator(".entry-demo-form button").Nth((int)account).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Opens an address and waits until no panel is loading and the circuit is up.</summary>
    public static async Task OpenAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.SettleAsync();
    }

    /// <summary>Serious and critical findings of axe, as rule and elements.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(this IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")];
    }

    public static async Task SettleAsync(this IPage page)
    {
        await page.Locator("main h1, main [role=application], main .leaflet-container").First.WaitForAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true], .mud-skeleton')");
    }
}
