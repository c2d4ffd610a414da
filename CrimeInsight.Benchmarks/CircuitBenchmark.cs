using CrimeInsight.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Playwright;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// Managed memory that one open Overview costs the site, which runs in this process and without background jobs: Chromium opens more and more of them.
/// </summary>
internal sealed class CircuitBenchmark(BenchmarkDatabase database)
{
    // What a circuit holds is some hundred kilobytes; loading the data leaves ten thousand in pools of buffers, which collections
    // give back only once they have lain idle for a minute. Counted in one reading and not in the other they would hide the circuits.
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(65);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private const int MostRounds = 24;
    private const int First = 8;
    private const int More = 24;
    private static readonly string[] s_chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    /// <summary>The browser to use; null or empty without one.</summary>
    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("CRIMEINSIGHT_CHROMIUM") ?? s_chromium.FirstOrDefault(File.Exists);

    /// <returns>Megabytes a circuit; null without a Chromium.</returns>
    public async Task<double?> RunAsync()
    {
        if (Chromium is not { Length: > 0 } chromium)
            return null;
        await using var app = SiteServer.Build(
            ["--urls", "http://127.0.0.1:0", "--Site:Demo", "true", "--Demo:Incidents", "0", "--Jobs:Automatic", "false", "--Logging:LogLevel:Default",
                "Warning"], database.Database);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var playwright = await Playwright.CreateAsync();
        var bytes = await MeasureAsync(playwright, chromium, address);
        await app.StopAsync();
        return bytes / 1e6 / More;
    }

    // The browser is gone before the site is stopped.
    private static async Task<double> MeasureAsync(IPlaywright playwright, string chromium, string address)
    {
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address });
        context.SetDefaultTimeout(60_000);
        await SignInAsync(context);
        for (var i = 0; i < First; i++)
            await OpenAsync(context);
        var before = await SettledAsync();
        for (var i = 0; i < More; i++)
            await OpenAsync(context);
        return await SettledAsync() - before;
    }

    private static async Task SignInAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator(".entry-demo-form button").Last.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    private static async Task OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("main h1").First.WaitForAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true], .mud-skeleton')");
    }

    // What is left after everything that can go has gone: collected again until three readings in a row agree to 100 kB.
    private static async Task<long> SettledAsync()
    {
        await Task.Delay(s_idle);
        var least = long.MaxValue;
        for (var (round, agreed) = (0, 0); round < MostRounds && agreed < 3; round++)
        {
            await Task.Delay(s_pause);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            var now = GC.GetTotalMemory(forceFullCollection: true);
            agreed = now > least - 100_000 ? agreed + 1 : 0;
            least = Math.Min(least, now);
        }

        return least;
    }
}
