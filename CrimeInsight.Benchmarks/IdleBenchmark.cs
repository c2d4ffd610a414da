using System.Globalization;
using Dapper;
using Microsoft.Playwright;
using Npgsql;

namespace CrimeInsight.Benchmarks;

/// <summary>What pages that are merely open ask of the database, each in a session of its own.</summary>
internal sealed class IdleBenchmark(BenchmarkDatabase database, string folder, FigureTable table)
{
    private const int Pages = 12;
    private const double Budget = 2;
    private static readonly TimeSpan s_tidying = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(60);

    private const string AskedSql = """
        SELECT xact_commit + xact_rollback
        FROM pg_stat_database
        WHERE datname = current_database()
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (CircuitBenchmark.Chromium is not { Length: > 0 } chromium)
        {
            table.Note("No Chromium: open pages were not measured (CRIMEINSIGHT_CHROMIUM names one).");
            return;
        }

        var cookies = await SessionCookies.OpenAsync(database, Pages, cancellationToken);
        await using var site = await ServedSite.StartAsync(folder, cancellationToken, ("Jobs__Automatic", "false"), ("Logging__LogLevel__Default", "Warning"));
        // The server tidies up after the load by itself, which counts too.
        await Task.Delay(s_tidying, cancellationToken);
        var alone = await AskedAsync(cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        foreach (var cookie in cookies)
            await OpenAsync(browser, site.Address, cookie);
        var open = await AskedAsync(cancellationToken);
        var each = (open - alone) / Pages / s_length.TotalMinutes;
        table.Add(
            $"transactions a minute of an open Overview ({Pages} of them)",
            Text($"{each:0.0} each, beside {alone / s_length.TotalMinutes:0} of the site alone"),
            Text($"≤ {Budget}"), each <= Budget);
    }

    private static async Task OpenAsync(IBrowser browser, Uri address, string cookie)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString() });
        context.SetDefaultTimeout(60_000);
        var parts = cookie.Split('=', 2);
        await context.AddCookiesAsync([new Cookie { Name = parts[0], Value = parts[1], Url = address.ToString() }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.WaitForFunctionAsync(
            "() => document.documentElement.dataset.circuit === 'open' && !document.querySelector('[aria-busy=true], .mud-skeleton')");
    }

    // Counted once the servers' own counts have been handed in.
    private async Task<double> AskedAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(s_settle, cancellationToken);
        var before = await ReadAsync(cancellationToken);
        await Task.Delay(s_length, cancellationToken);
        return await ReadAsync(cancellationToken) - before;
    }

    private async Task<double> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(AskedSql, cancellationToken: cancellationToken));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
