using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrimeInsight.Tests.Support;

/// <summary>A page of the site in a real browser, with what went wrong in it.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _profile;
    private readonly List<string> _complaints = [];

    private BrowserPage(IBrowserContext profile, IPage page)
    {
        _profile = profile;
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts and violations of the security policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<BrowserPage> OpenAsync(Chromium chromium, Uri site, int width = 1280, int height = 800, string language = "en", bool isDark = false)
    {
        var profile = await chromium.NewProfileAsync(site, width, height, language, isDark);
        return new BrowserPage(profile, await profile.NewPageAsync());
    }

    /// <summary>Goes to a path and waits until the page answers to clicks.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(path);
        await ReadyAsync();
    }

    /// <summary>Signs in with a demo button.</summary>
    public async Task EnterDemoAsync(string account)
    {
        await Page.GotoAsync("/sign-in");
        await Page.ClickAsync($"button[value={account}]");
        await ReadyAsync();
    }

    /// <summary>Waits for the circuit of an interactive page; static pages have none.</summary>
    public async Task ReadyAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await Page.WaitForFunctionAsync("() => !document.querySelector('.shell') || document.documentElement.dataset.circuit === 'open'");
    }

    /// <summary>Pixels by which the page is wider than the window.</summary>
    public Task<int> SidewaysAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    /// <summary>Serious and critical findings of axe, as rule and element.</summary>
    public async Task<IReadOnlyList<string>> AccessibilityProblemsAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } });
        return
        [
            .. result.Violations.Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")),
        ];
    }

    public async ValueTask DisposeAsync() => await _profile.DisposeAsync();
}
