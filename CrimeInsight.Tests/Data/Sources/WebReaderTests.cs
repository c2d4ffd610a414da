using System.Net;
using System.Text;
using CrimeInsight.Core.Sources;
using CrimeInsight.Data.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrimeInsight.Tests.Data.Sources;

public sealed class WebReaderTests : IAsyncLifetime
{
    private static readonly SourceSchedule s_daily = new(SourceRhythm.Daily, TimeOnly.MinValue);
    private WebApplication? _site;
    private string _base = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _site = builder.Build();
        _site.MapGet("/file.csv", (HttpContext context) =>
        {
            context.Response.Headers.ETag = "\"one\"";
            return context.Request.Headers.IfNoneMatch == "\"one\"" ? (IResult)TypedResults.StatusCode(304) : TypedResults.Text("a,b\n");
        });
        _site.MapGet("/private", (HttpContext context) =>
            context.Request.Headers.Authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("asha:pass:word"))
                || context.Request.Headers.Authorization == "Bearer token"
                ? (IResult)TypedResults.File(Encoding.UTF8.GetBytes("x"), fileDownloadName: "cases june.csv")
                : TypedResults.StatusCode(401));
        _site.MapGet("/away", (string to) => TypedResults.Redirect(to));
        _site.MapGet("/loop", () => TypedResults.Redirect("/loop"));
        _site.MapGet("/status/{code:int}", (int code) => TypedResults.StatusCode(code));
        _site.MapGet("/silent", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("a");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        _site.MapGet("/broken", async (HttpContext context) =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("a");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await _site.StartAsync(CancellationToken.None);
        _base = _site.Urls.Single();
    }

    public async ValueTask DisposeAsync() => await _site!.DisposeAsync();

    [Theory]
    [InlineData("https://example.org/file.csv", null)]
    [InlineData("http://example.org/file.csv", SourceProblem.AddressNotSecure)]
    [InlineData("ftp://example.org/file.csv", SourceProblem.AddressNotSecure)]
    [InlineData("file:///etc/passwd", SourceProblem.AddressInvalid)]
    [InlineData("https://asha:secret@example.org/", SourceProblem.AddressInvalid)]
    [InlineData("example.org/file.csv", SourceProblem.AddressInvalid)]
    [InlineData("https://127.0.0.1/", SourceProblem.AddressPrivate)]
    [InlineData("https://localhost/", SourceProblem.AddressPrivate)]
    [InlineData("https://[::1]/", SourceProblem.AddressPrivate)]
    [InlineData("https://169.254.169.254/latest", SourceProblem.AddressPrivate)]
    [InlineData("https://2130706433/", SourceProblem.AddressPrivate)]
    [InlineData("https://0x7f.1/", SourceProblem.AddressPrivate)]
    [InlineData("https://10.0.0.1/", SourceProblem.AddressPrivate)]
    [InlineData("http://127.0.0.1/", SourceProblem.AddressNotSecure)]
    public void Judge_Address_OnlySecureAndPublic(string address, SourceProblem? problem)
    {
        using var reader = new WebReader(Rules(allowsLoopback: false));
        Assert.Equal(problem, reader.Judge(Edit(address))?.Problem);
    }

    [Fact]
    public async Task Open_SameContent_IsNotSentAgain()
    {
        using var reader = new WebReader(Rules());
        string? mark;
        await using (var content = (await reader.OpenAsync(Edit(_base + "/file.csv"), null, null, isTrial: false, Token)).Content!)
        {
            Assert.Equal(("file.csv", "a,b\n"), (content.Name, await new StreamReader(content.Stream).ReadToEndAsync(Token)));
            mark = content.Mark;
        }

        Assert.Null((await reader.OpenAsync(Edit(_base + "/file.csv"), mark, null, isTrial: false, Token)).Content);
        await using var again = (await reader.OpenAsync(Edit(_base + "/file.csv"), mark, null, isTrial: true, Token)).Content;
        Assert.NotNull(again);
    }

    [Theory]
    [InlineData(SourceSignIn.Basic, "asha", "pass:word", true)]
    [InlineData(SourceSignIn.Bearer, null, "token", true)]
    [InlineData(SourceSignIn.Bearer, null, "other", false)]
    [InlineData(SourceSignIn.None, null, null, false)]
    public async Task Open_SignedIn_IsRead(SourceSignIn signIn, string? name, string? secret, bool isRead)
    {
        using var reader = new WebReader(Rules());
        var edit = Edit(_base + "/private") with { SignIn = signIn, SignInName = name };
        if (!isRead)
        {
            Assert.Equal(SourceProblem.SignInRefused, await ProblemAsync(reader, edit, secret));
            return;
        }

        await using var content = (await reader.OpenAsync(edit, null, secret, isTrial: false, Token)).Content!;
        Assert.Equal("cases june.csv", content.Name);
        // Sent on to another origin, the token stays behind.
        var other = _base.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var away = edit with { Address = $"{_base}/away?to={Uri.EscapeDataString(other + "/private")}" };
        Assert.Equal(SourceProblem.SignInRefused, await ProblemAsync(reader, away, secret));
    }

    [Theory]
    [InlineData("https://10.0.0.1/", SourceProblem.AddressPrivate)]
    [InlineData("http://example.org/", SourceProblem.AddressNotSecure)]
    [InlineData("file:///etc/passwd", SourceProblem.AddressInvalid)]
    public async Task Open_SentOnIntoTheOwnNetwork_IsRefused(string to, SourceProblem problem)
    {
        using var reader = new WebReader(Rules());
        Assert.Equal(problem, await ProblemAsync(reader, Edit($"{_base}/away?to={Uri.EscapeDataString(to)}"), null));
    }

    [Fact]
    public async Task Open_SentOnForEver_Ends()
    {
        using var reader = new WebReader(Rules());
        Assert.Equal(SourceProblem.RedirectedTooOften, await ProblemAsync(reader, Edit(_base + "/loop"), null));
    }

    [Fact]
    public async Task Open_NameOfTheOwnMachine_IsRefusedWhenConnecting()
    {
        // Its name says nothing; what it stands for does.
        using var reader = new WebReader(Rules(allowsLoopback: false));
        Assert.Equal(SourceProblem.AddressPrivate, await ProblemAsync(reader, Edit($"https://{Dns.GetHostName()}:1/"), null));
    }

    [Theory]
    [InlineData("/status/404", SourceProblem.NotFound)]
    [InlineData("/status/500", SourceProblem.StatusUnexpected)]
    [InlineData("/status/204", SourceProblem.StatusUnexpected)]
    [InlineData("/silent", SourceProblem.TimedOut)]
    [InlineData("/broken", SourceProblem.ConnectionFailed)]
    public async Task Open_AnythingElse_HasItsProblem(string path, SourceProblem problem)
    {
        using var reader = new WebReader(Rules());
        Assert.Equal(problem, await ProblemAsync(reader, Edit(_base + path), null));
    }

    private static async Task<SourceProblem> ProblemAsync(WebReader reader, SourceEdit edit, string? secret) =>
        (await Assert.ThrowsAsync<SourceException>(async () =>
        {
            await using var content = (await reader.OpenAsync(edit, null, secret, isTrial: false, Token)).Content!;
            await content.Stream.CopyToAsync(Stream.Null, Token);
        })).Trouble.Problem;

    private static SourceRules Rules(bool allowsLoopback = true) => new(null, TimeSpan.Zero, [], allowsLoopback, TimeSpan.FromMilliseconds(700));

    private static SourceEdit Edit(string address) => new("s", SourceKind.Web, address, null, s_daily, Guid.Empty, SourceAct.Check, Updates: false);
}
