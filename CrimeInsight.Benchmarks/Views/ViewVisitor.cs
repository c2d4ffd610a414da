using System.Net;
using System.Text.RegularExpressions;

namespace CrimeInsight.Benchmarks.Views;

/// <summary>A signed-in person of the demo who looks at views in one language.</summary>
internal sealed partial class ViewVisitor : IDisposable
{
    private const int PatienceMinutes = 10;

    private readonly HttpClient _client;

    private ViewVisitor(HttpClient client) => _client = client;

    public static async Task<ViewVisitor> SignInAsync(Uri address, string account, string culture, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(PatienceMinutes),
        };
        var entry = await client.GetStringAsync("/sign-in", cancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "demo",
            ["__RequestVerificationToken"] = Token().Match(entry).Groups[1].Value,
            ["Demo.UserName"] = account,
        });
        using var answer = await client.PostAsync("/sign-in", form, cancellationToken);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in")
            throw new InvalidOperationException($"{account} could not sign in.");
        using var language = await client.GetAsync($"/language/{culture}?returnUrl=/account", cancellationToken);
        language.EnsureSuccessStatusCode();
        return new ViewVisitor(client);
    }

    public async Task<ViewFigures> LookAsync(View view, CancellationToken cancellationToken)
    {
        using var answer = await _client.GetAsync(view.Address, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            return ViewReader.Refused(answer.StatusCode);
        return answer.Content.Headers.ContentType?.MediaType switch
        {
            "text/csv" => ViewReader.Csv(await answer.Content.ReadAsStringAsync(cancellationToken)),
            "text/html" => ViewReader.Page(await answer.Content.ReadAsStringAsync(cancellationToken)),
            _ => ViewReader.Bytes(await answer.Content.ReadAsByteArrayAsync(cancellationToken)),
        };
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("entry-demo-form.*?__RequestVerificationToken\" value=\"([^\"]*)\"", RegexOptions.Singleline)]
    private static partial Regex Token();
}
