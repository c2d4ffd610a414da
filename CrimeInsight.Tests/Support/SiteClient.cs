using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CrimeInsight.Tests.Support;

/// <summary>A browser without scripts: keeps cookies, reads pages, posts the forms they hold.</summary>
internal sealed class SiteClient : IDisposable
{
    private readonly HttpClient _client;

    public SiteClient(Uri address, string language)
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends a request with a header of its own.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation(header, value);
        return await _client.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Loads a page and posts its form of a name with the fields given; hidden fields go along.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string path, string formName, params (string Name, string Value)[] fields)
    {
        var page = await PageAsync(path);
        var form = page.Forms.Single(candidate => candidate.QuerySelector("input[name=_handler]")?.GetAttribute("value") == formName);
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return await PostAsync(path, [.. hidden, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params KeyValuePair<string, string>[] fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await _client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> SignInAsync(string userName, string password, string path = "/sign-in") =>
        PostFormAsync(path, "sign-in", ("Form.UserName", userName), ("Form.Password", password));

    public void Dispose() => _client.Dispose();
}
