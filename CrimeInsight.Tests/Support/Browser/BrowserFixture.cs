using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CrimeInsight.Tests.Support.Browser.BrowserFixture))]

namespace CrimeInsight.Tests.Support.Browser;

/// <summary>One running app with a small demo dataset and one browser for all browser tests; made on first use.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    /// <summary>Incidents of the demo data the site has.</summary>
    public const int Incidents = 40_000;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"crimeinsight-site-{Environment.ProcessId}");
    private SiteProcess? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => new(_site!.Address);

    /// <summary>A new browser profile on the running site, its demo data complete.</summary>
    /// <param name="width">Of the window; below 600 it behaves as a touch phone.</param>
    /// <param name="address">Another site than the shared one.</param>
    /// <param name="locale">What the browser asks for; the site follows it.</param>
    public async Task<IBrowserContext> OpenAsync(int width = 1280, int height = 800, string locale = "en-IN", bool isDark = false, string? address = null)
    {
        await EnsureAsync();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? _site!.Address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = locale,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            IsMobile = width < 600,
            HasTouch = width < 600,
            TimezoneId = "Asia/Kolkata",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
        _gate.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task EnsureAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_browser is not null)
                return;
            _site = new SiteProcess(_folder, new Dictionary<string, string>
            {
                ["Demo__Incidents"] = Incidents.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Demo__Until"] = "2024-12-31",
                ["Jobs__Automatic"] = "false",
            });
            await _site.StartAsync();
            await _site.DataAsync();
            _playwright = await Playwright.CreateAsync();
            _browser = await Chromium.LaunchAsync(_playwright);
        }
        finally
        {
            _gate.Release();
        }
    }
}
