using System.Diagnostics;
using System.Globalization;
using System.Net;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Startup;
using CrimeInsight.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace CrimeInsight.Benchmarks.Faults;

/// <summary>A data room whose app runs as a process of its own, driven over HTTP and, where pages would be clicked, through the services behind them.</summary>
internal sealed class FaultRoom : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly BenchmarkDatabase _database;
    private readonly WebApplication _control;
    private readonly (string Name, string Value)[] _settings;
    private readonly string _folder;
    private ServedSite? _site;
    private HttpClient? _client;
    private string _cookie = "";

    private FaultRoom(string folder, BenchmarkDatabase database, (string Name, string Value)[] settings)
    {
        (_folder, _database, _settings) = (folder, database, settings);
        // Built, not started: it asks for steps and works on none.
        _control = SiteServer.Build(["--urls", "http://127.0.0.1:0", "--Demo:Incidents", "0", "--Jobs:Automatic", "false"], database.Database);
    }

    public BenchmarkDatabase Database => _database;

    public string SuperuserConnectionString => _database.Database.Server!.SuperuserConnectionString("postgres");

    public Viewer Viewer { get; private set; } = null!;

    public static async Task<FaultRoom> OpenAsync(string folder, CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var room = new FaultRoom(folder, await BenchmarkDatabase.OpenAsync(folder, cancellationToken), settings);
        var cookies = await SessionCookies.OpenAsync(room._database, PersonRole.Admin, ["IN"], cancellationToken);
        (room._cookie, room.Viewer) = (cookies[0].Cookie, cookies[0].Viewer);
        // Whoever started the server revives it.
        foreach (var watch in room._control.Services.GetServices<IHostedService>().OfType<DatabaseWatch>())
            await watch.StartAsync(cancellationToken);
        await room.StartAsync(cancellationToken);
        return room;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _site = await ServedSite.StartAsync(
            _folder, cancellationToken, [("Demo__Incidents", "0"), ("Jobs__Automatic", "false"), ("Logging__LogLevel__Default", "Warning"), .. _settings]);
        _client?.Dispose();
        _client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _site.Address };
        _client.DefaultRequestHeaders.Add("Cookie", _cookie);
        _client.DefaultRequestHeaders.Add("Origin", _site.Address.GetLeftPart(UriPartial.Authority));
        _client.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAppAsync()
    {
        await _site!.KillAsync();
        _site = null;
    }

    /// <returns>Path of the upload; null with the status when it was refused.</returns>
    public async Task<(string? Path, HttpStatusCode Status)> CreateAsync(long length, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/data-room/uploads");
        request.Headers.TryAddWithoutValidation("Upload-Length", length.ToString(CultureInfo.InvariantCulture));
        using var answer = await _client!.SendAsync(request, cancellationToken);
        return (answer.IsSuccessStatusCode ? answer.Headers.Location!.OriginalString : null, answer.StatusCode);
    }

    /// <summary>Bytes the site has.</summary>
    public async Task<long> OffsetAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await _client!.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
    }

    public async Task<HttpStatusCode> PatchAsync(string path, long offset, Stream piece, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StreamContent(piece) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/offset+octet-stream");
        request.Headers.TryAddWithoutValidation("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        using var answer = await _client!.SendAsync(request, cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Asks for a step, as its button does.</summary>
    public Task<bool> AskAsync(Guid upload, StepKind kind, CancellationToken cancellationToken) =>
        _control.Services.GetRequiredService<UploadSteps>().StartAsync(Viewer, upload, kind, new StepRequest(), cancellationToken);

    public async Task<UploadStep?> FindAsync(Guid upload, StepKind kind, CancellationToken cancellationToken) =>
        (await _control.Services.GetRequiredService<UploadSteps>().ListAsync(Viewer, upload, cancellationToken)).FirstOrDefault(step => step.Kind == kind);

    /// <summary>Waits until a step is over; one whose process is gone is begun again, as the page offers.</summary>
    public async Task<UploadStep> EndAsync(Guid upload, StepKind kind, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < s_patience)
        {
            var step = await FaultWait.UntilAnsweredAsync(() => FindAsync(upload, kind, cancellationToken), cancellationToken);
            if (step is null or { State: StepState.Interrupted })
                await FaultWait.UntilAnsweredAsync(() => AskAsync(upload, kind, cancellationToken), cancellationToken);
            else if (!step.IsOpen)
                return step;
            await Task.Delay(50, cancellationToken);
        }

        throw new TimeoutException($"The step {kind} did not end within {s_patience.TotalSeconds} s.");
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
        foreach (var watch in _control.Services.GetServices<IHostedService>().OfType<DatabaseWatch>())
            await watch.StopAsync(CancellationToken.None);
        await _control.DisposeAsync();
        await _database.DisposeAsync();
    }
}
