using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using CrimeInsight.Core.Sources;

namespace CrimeInsight.Data.Sources;

/// <summary>
/// Reads https addresses. Names are looked up here and only the machines that may be reached are connected to, also after being sent on, so that no name and
/// no answer leads into the own network. Name, password and token go to the address itself only.
/// </summary>
internal sealed class WebReader : ISourceReader, IDisposable
{
    private const int MostRedirects = 5;
    private const string MarkEnd = "\n";

    private static readonly TimeSpan s_connecting = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_whole = TimeSpan.FromHours(1);

    private readonly SourceRules _rules;
    private readonly HttpClient _client;

    public WebReader(SourceRules rules)
    {
        _rules = rules;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = s_connecting,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("CrimeInsight");
    }

    public SourceKind Kind => SourceKind.Web;

    public SourceTrouble? Judge(SourceEdit edit)
    {
        if (!Uri.TryCreate(edit.Address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Host.Length == 0)
            return new SourceTrouble(SourceProblem.AddressInvalid, []);
        if (!IsSecure(uri))
            return new SourceTrouble(SourceProblem.AddressNotSecure, []);
        var isRefused = uri.IsLoopback ? !_rules.AllowsLoopback : IPAddress.TryParse(uri.IdnHost, out var literal) && !Allows(uri.IdnHost, literal);
        return isRefused ? new SourceTrouble(SourceProblem.AddressPrivate, [uri.IdnHost]) : null;
    }

    public async Task<SourceFind> OpenAsync(SourceEdit edit, string? mark, string? secret, bool isTrial, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_rules.Patience);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await SendAsync(edit, isTrial ? null : mark, secret, patience.Token);
            if (answer.StatusCode == HttpStatusCode.NotModified)
                return new SourceFind(null);
            Require(answer.StatusCode);
            var stream = new PatientStream(await answer.Content.ReadAsStreamAsync(patience.Token), _rules.Patience, s_whole);
            var content = new SourceContent(NameOf(answer), MarkOf(answer), stream, answer.Content.Headers.ContentLength, answer);
            answer = null;
            return new SourceFind(content);
        }
        catch (HttpRequestException failure)
        {
            throw failure.InnerException as SourceException ?? new SourceException(SourceProblem.ConnectionFailed, failure.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceException(SourceProblem.TimedOut);
        }
        finally
        {
            answer?.Dispose();
        }
    }

    public void PutAway(SourceEdit edit, string name, string? mark, bool isGood, string? reason)
    {
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(SourceEdit edit, string? mark, string? secret, CancellationToken cancellationToken)
    {
        var first = new Uri(edit.Address);
        var uri = first;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            if (uri.GetLeftPart(UriPartial.Authority) == first.GetLeftPart(UriPartial.Authority))
                request.Headers.Authorization = SignIn(edit, secret);
            AddMark(request, mark);
            var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
                return answer;
            answer.Dispose();
            uri = new Uri(uri, location);
            if (Judge(edit with { Address = uri.AbsoluteUri }) is { } trouble)
                throw new SourceException(trouble);
        }

        throw new SourceException(SourceProblem.RedirectedTooOften);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException)
        {
            throw new SourceException(SourceProblem.HostUnknown, host);
        }

        IPAddress[] allowed = [.. addresses.Where(address => Allows(host, address))];
        if (allowed.Length == 0)
            throw new SourceException(SourceProblem.AddressPrivate, host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool Allows(string host, IPAddress address) =>
        PublicAddresses.Allows(address, _rules.PrivateHosts.Contains(host, StringComparer.OrdinalIgnoreCase), _rules.AllowsLoopback);

    private bool IsSecure(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && _rules.AllowsLoopback);

    private static AuthenticationHeaderValue? SignIn(SourceEdit edit, string? secret) => edit.SignIn switch
    {
        SourceSignIn.Basic => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{edit.SignInName}:{secret}"))),
        SourceSignIn.Bearer => new("Bearer", secret),
        _ => null,
    };

    private static void Require(HttpStatusCode status)
    {
        if (status == HttpStatusCode.OK)
            return;
        throw status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SourceException(SourceProblem.SignInRefused),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new SourceException(SourceProblem.NotFound),
            _ => new SourceException(SourceProblem.StatusUnexpected, ((int)status).ToString(CultureInfo.InvariantCulture)),
        };
    }

    private static void AddMark(HttpRequestMessage request, string? mark)
    {
        if (mark?.Split(MarkEnd) is not [var tag, var date])
            return;
        if (tag.Length > 0)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (date.Length > 0)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
    }

    private static string? MarkOf(HttpResponseMessage answer)
    {
        var mark = answer.Headers.ETag?.ToString() + MarkEnd + answer.Content.Headers.LastModified?.ToString("r");
        return mark == MarkEnd ? null : mark;
    }

    private static string NameOf(HttpResponseMessage answer)
    {
        var disposition = answer.Content.Headers.ContentDisposition;
        return disposition?.FileNameStar ?? disposition?.FileName?.Trim('"') ?? Uri.UnescapeDataString(answer.RequestMessage!.RequestUri!.Segments[^1]);
    }
}
