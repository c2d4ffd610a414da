using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrimeInsight.Tests.Support;

/// <summary>The real app in a process of its own, as an ordinary user whoever runs the tests; only this process is ever signalled.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private const int OrdinaryUser = 65534;
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private WebProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static bool RunsAsAnotherUser => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public int ExitCode => _process.ExitCode;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts the app on a data folder and waits until it answers.</summary>
    /// <param name="programs">Installed PostgreSQL programs that any user may read.</param>
    public static async Task<WebProcess> StartAsync(string app, string dataFolder, string programs, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var started = new WebProcess(Process.Start(Command(app, dataFolder, programs, "--urls", $"http://127.0.0.1:{port}"))!);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var address = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(90) && !started._process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(address, cancellationToken);
                return started;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, cancellationToken);
            }
        }

        await started.DisposeAsync();
        throw new InvalidOperationException($"The app did not answer: {started.Output}");
    }

    /// <summary>Starts a verb on a data folder and waits until it has written something to either output.</summary>
    public static async Task<WebProcess> StartVerbAsync(
        string app, string dataFolder, string programs, string awaited, string[] arguments, CancellationToken cancellationToken)
    {
        var started = new WebProcess(Process.Start(Command(app, dataFolder, programs, arguments))!);
        var clock = Stopwatch.StartNew();
        while (!started.Output.Contains(awaited, StringComparison.Ordinal))
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(90) || started._process.HasExited)
                throw new InvalidOperationException($"The verb did not write '{awaited}': {started.Output}");
            await Task.Delay(20, cancellationToken);
        }

        return started;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What a service manager or Ctrl-C does.</summary>
    public async Task StopAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    /// <summary>Makes a folder that belongs to the user the app runs as.</summary>
    public static void MakeFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!RunsAsAnotherUser)
            return;
        using var change = Process.Start("chown", [$"{OrdinaryUser}:{OrdinaryUser}", path]);
        change.WaitForExit();
    }

    /// <summary>
    /// The web binary, in <paramref name="folder"/> or, when another user is to run it, in a copy: the source tree, and the package
    /// cache that a build's list of web assets points to, may be closed to that user.
    /// </summary>
    public static string Reachable(string folder, string copy)
    {
        const string binary = "CrimeInsight.Web.dll";
        if (!RunsAsAnotherUser)
            return Path.Combine(folder, binary);
        foreach (var file in Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is ".dll" or ".json" && !file.EndsWith("staticwebassets.runtime.json", StringComparison.Ordinal)))
            CopyTo(file, Path.Combine(copy, Path.GetFileName(file)));
        foreach (var part in new[] { "seed-data", "maps", "hi", "ta" }.Select(part => Path.Combine(folder, part)).Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
                CopyTo(file, Path.Combine(copy, Path.GetRelativePath(folder, file)));
        return Path.Combine(copy, binary);
    }

    private static void CopyTo(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    private static ProcessStartInfo Command(string app, string dataFolder, string programs, params string[] arguments)
    {
        List<string> words = [Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet", app, .. arguments];
        if (RunsAsAnotherUser)
            words.InsertRange(0, ["setpriv", $"--reuid={OrdinaryUser}", $"--regid={OrdinaryUser}", "--clear-groups", "--"]);
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(app)!,
        };
        start.Environment["CRIMEINSIGHT_DATA"] = dataFolder;
        start.Environment["CRIMEINSIGHT_POSTGRES"] = programs;
        start.Environment["HOME"] = dataFolder;
        start.Environment["Demo__Incidents"] = "0";
        start.Environment["Jobs__Automatic"] = "false";
        start.Environment.Remove("ConnectionStrings__CrimeInsight");
        return start;
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
