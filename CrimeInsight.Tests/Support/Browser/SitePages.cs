using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrimeInsight.Tests.Support.Browser;

/// <summary>What people do on every page, and what can be wrong with any, for browser tests.</summary>
internal static class SitePages
{
    /// <summary>The demo accounts, in the order in which the sign-in page offers them.</summary>
    public enum Account
    {
        Officer,
        Supervisor,
        Admin,
    }

    /// <summary>Opens the sign-in page and signs in with one tap.</summary>
    public static async Task<IPage> SignInAsync(this IBrowserContext context, Account account)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.EnterAsync(account);
        return page;
    }

    /// <summary>One tap on the sign-in page.</summary>
    public static async Task EnterAsync(this IPage page, Account account)
    {
        await page.Locator(".entry-demo-form button").Nth((int)account).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Opens an address and waits until no panel is loading and the page answers to clicks.</summary>
    public static async Task OpenAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.SettleAsync();
    }

    /// <summary>Waits until no panel is loading and, unless the page is a static one, its circuit is up.</summary>
    public static async Task SettleAsync(this IPage page)
    {
        await page.Locator("main h1, main [role=application], main .leaflet-container").First.WaitForAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('.shell') || document.documentElement.dataset.circuit === 'open'");
        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true], .mud-skeleton')");
    }

    /// <summary>Errors of scripts and violations of the security policy, from now on.</summary>
    public static IReadOnlyList<string> Complaints(this IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            // The browser itself calls the status of the pages for what is missing an error.
            if ((message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        return complaints;
    }

    /// <summary>Sideways scrolling, and serious and critical findings of axe as rule and elements.</summary>
    public static async Task<List<string>> ProblemsAsync(this IPage page)
    {
        var excess = await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth");
        var result = await page.RunAxe();
        return [
            .. excess > 0 ? [$"{excess} pixels too wide"] : Array.Empty<string>(),
            .. result.Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"),
        ];
    }
}
