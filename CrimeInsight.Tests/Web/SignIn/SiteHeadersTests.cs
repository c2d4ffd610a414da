using System.Net;
using System.Text.RegularExpressions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed partial class SiteHeadersTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Page_Any_CarriesThePolicyWithItsOwnNonce()
    {
        using var client = site.NewClient();

        using var first = await client.GetAsync("/sign-in");
        using var second = await client.GetAsync("/sign-in");

        var policy = first.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonce().Match(policy).Groups[1].Value;
        Assert.Equal(
            $"default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; script-src 'self' 'nonce-{nonce}'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'",
            policy);
        Assert.All((await SiteClient.ReadAsync(first)).Scripts, script => Assert.Equal(nonce, script.GetAttribute("nonce")));
        Assert.DoesNotContain(nonce, second.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_TileServerSetWhileTheSiteRuns_AllowsItsPicturesUntilItIsTakenBack()
    {
        var cancel = TestContext.Current.CancellationToken;
        var admin = (await site.AddPersonAsync("gita", "four odd wooden ladders", PersonRole.Admin)).ToViewer();
        var settings = site.Services.GetRequiredService<ISettings>();
        using var client = site.NewClient();
        await settings.ChangeAsync(admin, "TileCredit", "© Example", cancel);
        await settings.ChangeAsync(admin, "TileUrl", "https://tiles.example.in/{z}/{x}/{y}.png", cancel);
        using var during = await client.GetAsync("/sign-in");
        await Assert.ThrowsAsync<ArgumentException>(() => settings.ChangeAsync(admin, "TileCredit", null, cancel));
        await settings.ChangeAsync(admin, "TileUrl", null, cancel);
        using var after = await client.GetAsync("/sign-in");

        Assert.Contains(
            "img-src 'self' data: https://tiles.example.in; font-src", during.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data:; font-src", after.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Referrer-Policy", "same-origin")]
    public async Task Page_Any_CarriesSecurityHeaders(string header, string value)
    {
        using var client = site.NewClient();
        using var answer = await client.GetAsync("/sign-in");

        Assert.Equal(value, answer.Headers.GetValues(header).Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Cookies_OfSignIn_AreHttpOnlyAndLax()
    {
        using var client = site.NewClient();
        using var answer = await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-officer"));

        var session = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("crimeinsight-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Address_Unknown_IsNotFoundInTheReadersLanguage()
    {
        using var client = site.NewClient("ta-IN, en;q=0.5");
        (await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-officer"))).Dispose();

        using var answer = await client.GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("இந்தப் பக்கம் இல்லை", (await SiteClient.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("hi-IN", "hi")]
    [InlineData("ta", "ta")]
    [InlineData("fr, ta;q=0.8, en;q=0.5", "ta")]
    [InlineData("fr", "en")]
    public async Task Language_FromTheBrowser_IsTheFirstThatIsOffered(string accepted, string expected)
    {
        using var client = site.NewClient(accepted);

        Assert.Equal(expected, (await client.PageAsync("/sign-in")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Language_Chosen_OutweighsTheBrowserAndReturns()
    {
        using var client = site.NewClient("hi");

        using var answer = await client.GetAsync("/language/ta-IN?returnUrl=%2Fmap%3Fj%3DIN-TN");
        var page = await client.PageAsync("/sign-in");

        Assert.Equal("/map?j=IN-TN", answer.Headers.Location!.ToString());
        Assert.Equal("ta", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task SignInPage_Static_LoadsNoFrameworkScript()
    {
        using var client = site.NewClient();

        Assert.DoesNotContain((await client.PageAsync("/sign-in")).Scripts, script => script.Source?.Contains("blazor", StringComparison.Ordinal) == true);
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
