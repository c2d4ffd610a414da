using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace CrimeInsight.Tests.Support;

/// <summary>Sends files in pieces as the protocol says (tus 1.0), each request as the test wants it.</summary>
internal sealed class TusClient(SiteClient site)
{
    public const string Uploads = "/data-room/uploads";

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? piece = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Tus-Resumable", "1.0.0");
        if (piece is not null)
        {
            request.Content = new ByteArrayContent(piece);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await site.SendAsync(request);
    }

    public Task<HttpResponseMessage> TryCreateAsync(long length, string name = "cases.csv")
    {
        var metadata = $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}";
        return SendAsync(HttpMethod.Post, Uploads, null, ("Upload-Length", Text(length)), ("Upload-Metadata", metadata));
    }

    /// <returns>Path of the upload.</returns>
    public async Task<string> CreateAsync(long length, string name = "cases.csv")
    {
        using var answer = await TryCreateAsync(length, name);
        return answer.EnsureSuccessStatusCode().Headers.Location!.OriginalString;
    }

    public Task<HttpResponseMessage> PatchAsync(string path, long offset, byte[] piece, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, path, piece, [("Upload-Offset", Text(offset)), .. headers]);

    /// <summary>Bytes the site has; null when it knows of no such upload.</summary>
    public async Task<long?> OffsetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Head, path);
        return answer.IsSuccessStatusCode ? OffsetOf(answer) : null;
    }

    public static long OffsetOf(HttpResponseMessage answer) => long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
