using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// Many people at once over HTTP against the site in a process of its own: each asks for a page again as soon as the answer is
/// there. The sign-in page, which needs no session, is the measure of what the machine can do, and is asked for in turn with it, so
/// that other work on the machine weighs on both.
/// </summary>
internal sealed class LoadBenchmark(BenchmarkDatabase database, string folder, FigureTable table)
{
    // An Overview is drawn from nine results, the sign-in page from none; before results were had without a connection it was 0.03 to 0.06.
    private const double RatioBudget = 0.07;
    private static readonly int[] s_people = [50, 200, 300];
    private const int Rounds = 4;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_plainLength = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cookies = await SessionCookies.OpenAsync(database, s_people.Max(), cancellationToken);
        // Background jobs would take processors as they please.
        await using var site = await ServedSite.StartAsync(folder, cancellationToken, ("Jobs__Automatic", "false"), ("Logging__LogLevel__Default", "Warning"));
        await AskAsync(site, "/sign-in", [], 20, s_warmUp, cancellationToken);
        // Everyone has had the page once: what is measured is a working day, not its first minute.
        await AskAsync(site, "/", cookies, cookies.Count, TimeSpan.FromMilliseconds(1), cancellationToken);
        foreach (var people in s_people)
        {
            var (plain, load) = (Load.None, Load.None);
            for (var round = 0; round < Rounds; round++)
            {
                plain = plain.And(await AskAsync(site, "/sign-in", [], people, s_plainLength, cancellationToken));
                load = load.And(await AskAsync(site, "/", cookies, people, s_length, cancellationToken));
            }

            Show(Text($"sign-in page, {people} at once"), plain);
            Show(Text($"Overview, {people} people at once"), load);
            var ratio = load.PerSecond / plain.PerSecond;
            table.Add(Text($"requests/s of the Overview for {people} people against the sign-in page"), Text($"{ratio:0.000} ×"), Text($"≥ {RatioBudget} ×"),
                ratio >= RatioBudget);
        }
    }

    private static async Task<Load> AskAsync(
        ServedSite site, string path, IReadOnlyList<string> cookies, int people, TimeSpan length, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = people };
        using var client = new HttpClient(handler) { BaseAddress = site.Address, Timeout = TimeSpan.FromMinutes(2) };
        var times = new ConcurrentBag<double>();
        var refused = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, people).Select(async person =>
        {
            while (clock.Elapsed < length)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Accept.ParseAdd("text/html");
                if (cookies.Count > 0)
                    request.Headers.Add("Cookie", cookies[person % cookies.Count]);
                var asked = Stopwatch.GetTimestamp();
                using var answer = await client.SendAsync(request, cancellationToken);
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                if (answer.IsSuccessStatusCode)
                    times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                else
                    Interlocked.Increment(ref refused);
            }
        }));
        return new Load([.. times.Order()], refused, clock.Elapsed.TotalSeconds);
    }

    private void Show(string name, Load load) => table.Add(
        name, Text($"{load.PerSecond:0.0} requests/s, p50 {load.At(50):0} ms, p95 {load.At(95):0} ms, {load.Refused} refused"), "0 refused", load.Refused == 0);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Times">Milliseconds of each answer, ascending.</param>
    private sealed record Load(double[] Times, int Refused, double Seconds)
    {
        public static Load None { get; } = new([], 0, 0);

        public double PerSecond => Times.Length / Seconds;

        public Load And(Load next) => new([.. Times.Concat(next.Times).Order()], Refused + next.Refused, Seconds + next.Seconds);

        public double At(double percent) =>
            Times.Length == 0 ? double.NaN : Times[Math.Clamp((int)Math.Ceiling(percent / 100 * Times.Length) - 1, 0, Times.Length - 1)];
    }
}
