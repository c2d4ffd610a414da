using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CrimeInsight.Tests.Support.Chromium))]

namespace CrimeInsight.Tests.Support;

/// <summary>One real browser for the whole run, started on first use.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Variable = "CRIMEINSIGHT_CHROMIUM";
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A fresh profile at a size of window; 390×844 and narrower behave as a phone.</summary>
    internal async Task<IBrowserContext> NewProfileAsync(Uri site, int width, int height, string language = "en", bool isDark = false)
    {
        var browser = await BrowserAsync();
        var isPhone = width < 600;
        return await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            IsMobile = isPhone,
            HasTouch = isPhone,
            Locale = $"{language}-IN",
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _gate.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Find(_playwright),
                Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            _gate.Release();
        }
    }

    private static string Find(IPlaywright playwright)
    {
        string?[] candidates = [Environment.GetEnvironmentVariable(Variable), .. s_places, playwright.Chromium.ExecutablePath];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"The browser tests need Chromium. Install it (on Debian: apt-get install -y chromium) or set {Variable} to its path.");
    }
}
