using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace CrimeInsight.Tests.Support.Browser;

/// <summary>Finds a Chromium: <c>CRIMEINSIGHT_CHROMIUM</c>, one that is installed, or Debian's package when root may install it.</summary>
internal static class Chromium
{
    private const string Variable = "CRIMEINSIGHT_CHROMIUM";

    private static readonly string[] s_usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly string[] s_flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Find(playwright) ?? await InstallAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = s_flags, Headless = true });
    }

    private static string? Find(IPlaywright playwright)
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
            return File.Exists(named) ? named : throw new InvalidOperationException($"{Variable} names '{named}', which does not exist.");
        return s_usual.Append(playwright.Chromium.ExecutablePath).FirstOrDefault(File.Exists);
    }

    private static async Task<string> InstallAsync()
    {
        if (File.Exists("/etc/debian_version") && Environment.IsPrivilegedProcess)
        {
            await RunAsync("apt-get", "update", "-q");
            await RunAsync("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
            if (File.Exists(s_usual[0]))
                return s_usual[0];
        }

        throw new InvalidOperationException($"The browser tests need Chromium. Install it ('sudo apt-get install chromium'), or set {Variable} to its path.");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"'{program}' failed with code {process.ExitCode}: {string.Concat(output)}"));
    }
}
