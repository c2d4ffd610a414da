using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace CrimeInsight.Tests.Support.Browser;

/// <summary>The real app as a child process with a data folder of its own; stopped by the id of what was started.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly StringWriter _output = new();
    private readonly int _port;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private Process? _process;

    /// <param name="dataFolder">Kept when the process stops, so that it can be started again.</param>
    /// <param name="settings">Environment variables, e.g. <c>Demo__Incidents</c>.</param>
    public SiteProcess(string dataFolder, IReadOnlyDictionary<string, string> settings)
    {
        DataFolder = dataFolder;
        _settings = settings;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public string DataFolder { get; }

    /// <summary>Address without a trailing slash.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    /// <summary>What the app printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The built web app beside the tests' own build, in the same configuration.</summary>
    public static string WebAssembly { get; } = typeof(SiteProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "WebAssembly").Value!;

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(WebAssembly);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(Address);
        start.Environment["CRIMEINSIGHT_DATA"] = DataFolder;
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswersAsync();
    }

    /// <summary>Waits until the demo data are complete; people may use the site before.</summary>
    public async Task DataAsync()
    {
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 900; attempt++)
        {
            if ((await client.GetStringAsync(new Uri(Address + "/health/data"))).Contains("\"loaded\"", StringComparison.Ordinal))
                return;
            await Task.Delay(200);
        }

        throw new TimeoutException($"The demo data were not loaded within 180 s: {Output}");
    }

    /// <summary>Waits until the sign-in page offers the demo accounts.</summary>
    public async Task AccountsAsync()
    {
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 150; attempt++)
        {
            if ((await client.GetStringAsync(new Uri(Address + "/sign-in"))).Contains("entry-demo-button", StringComparison.Ordinal))
                return;
            await Task.Delay(200);
        }

        throw new TimeoutException($"The demo accounts were not made within 30 s: {Output}");
    }

    /// <summary>SIGTERM, and waits until the app and its database have stopped.</summary>
    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (_process!.HasExited)
                throw new InvalidOperationException($"The app stopped with code {_process.ExitCode}: {Output}");
            try
            {
                using var answer = await client.GetAsync(new Uri(Address + "/health/live"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (clock.Elapsed > TimeSpan.FromSeconds(90))
                throw new TimeoutException($"The app did not answer within 90 s: {Output}");
            await Task.Delay(100);
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.WriteLine(line.Data);
    }
}
