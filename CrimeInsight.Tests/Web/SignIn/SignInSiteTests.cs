using System.Net;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class SignInSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "correct horse battery";

    [Theory]
    [InlineData("/")]
    [InlineData("/map")]
    [InlineData("/account")]
    [InlineData("/account/password")]
    public async Task Page_NobodySignedIn_LeadsToSignInAndBack(string path)
    {
        using var client = site.NewClient();

        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains($"/sign-in?returnUrl={Uri.EscapeDataString(path)}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_RightPassword_OpensTheAppAndAudits()
    {
        await site.AddPersonAsync("asha", Password);
        using var client = site.NewClient();

        using var answer = await client.SignInAsync("asha", Password, "/sign-in?returnUrl=%2Faccount");
        var page = await client.PageAsync("/account");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/account", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Account", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(1, await AuditCountAsync("asha", AuditActions.SignIn));
    }

    [Fact]
    public async Task SignIn_UnknownNameWrongPasswordOrThrottled_GetsOneAnswer()
    {
        await site.AddPersonAsync("bala", Password);
        using var client = site.NewClient("hi");

        using var unknown = await client.SignInAsync("nobody-here", "not the password");
        using var wrong = await client.SignInAsync("bala", "not the password");
        for (var attempt = 1; attempt < SignInThrottle.ByAddressAndName.Free; attempt++)
            (await client.SignInAsync("bala", "not the password")).Dispose();
        using var throttled = await client.SignInAsync("bala", Password);

        Assert.StartsWith("उपयोगकर्ता नाम या पासवर्ड गलत है।", await ErrorAsync(unknown), StringComparison.Ordinal);
        Assert.Equal(await BodyAsync(unknown, "nobody-here"), await BodyAsync(wrong, "bala"));
        Assert.Equal(await BodyAsync(unknown, "nobody-here"), await BodyAsync(throttled, "bala"));
        Assert.Equal((unknown.StatusCode, unknown.StatusCode), (wrong.StatusCode, throttled.StatusCode));
        Assert.Null(client.Cookies.GetCookies(site.Address)["crimeinsight-session"]);
        await AssertAuditedAsync("bala", AuditActions.SignInFailed);
        await AssertAuditedAsync("bala", AuditActions.SignInThrottled);
        Assert.Equal(0, await AuditCountAsync("nobody-here", AuditActions.SignInFailed));
    }

    [Fact]
    public async Task SignIn_LanguageChosenBefore_WinsOverTheStoredOneAndIsKept()
    {
        await site.AddPersonAsync("farida", Password);
        await using var owner = await site.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await owner.ExecuteAsync("UPDATE crime.person SET culture = 'en-IN' WHERE user_name = 'farida'");
        using var plain = site.NewClient();
        (await plain.GetAsync("/language/hi-IN?returnUrl=/sign-in")).Dispose();
        (await plain.SignInAsync("farida", Password)).Dispose();
        Assert.Equal("hi", (await plain.PageAsync("/account")).DocumentElement.GetAttribute("lang"));

        // Elsewhere, with nothing chosen, it is theirs.
        using var other = site.NewClient();
        (await other.SignInAsync("farida", Password)).Dispose();
        Assert.Equal("hi", (await other.PageAsync("/account")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task SignIn_BrowserOfAnEarlierSuccess_IsNotHeldUpByOthers()
    {
        await site.AddPersonAsync("chitra", Password);
        using var own = site.NewClient();
        (await own.SignInAsync("chitra", Password)).Dispose();
        own.Cookies.GetCookies(site.Address)["crimeinsight-session"]!.Expired = true;
        using var attacker = site.NewClient();
        for (var attempt = 0; attempt <= SignInThrottle.ByAddressAndName.Free; attempt++)
            (await attacker.SignInAsync("chitra", "not the password")).Dispose();

        using var elsewhere = await attacker.SignInAsync("chitra", Password);
        using var known = await own.SignInAsync("chitra", Password);

        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, known.StatusCode);
    }

    [Fact]
    public async Task SignIn_DeviceCookieOfAnother_OpensNothing()
    {
        await site.AddPersonAsync("deepa", Password);
        await site.AddPersonAsync("esha", Password);
        using var client = site.NewClient();
        (await client.SignInAsync("deepa", Password)).Dispose();
        client.Cookies.GetCookies(site.Address)["crimeinsight-session"]!.Expired = true;
        for (var attempt = 0; attempt < SignInThrottle.ByAddressAndName.Free; attempt++)
            (await client.SignInAsync("esha", "not the password")).Dispose();

        using var answer = await client.SignInAsync("esha", Password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Demo_ManyEntriesFromOneAddress_AreThrottled()
    {
        await ForgetDemoAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var throttle = scope.ServiceProvider.GetRequiredService<SignInThrottle>();
        for (var entry = 0; entry < SignInThrottle.DemoByAddress.Free; entry++)
            Assert.Null(await throttle.EnterDemoAsync(IPAddress.Loopback));
        using var client = site.NewClient();

        using var answer = await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-officer"));

        Assert.Contains("Too many attempts", await ErrorAsync(answer), StringComparison.Ordinal);
        await ForgetDemoAsync();
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        using var client = site.NewClient();

        using var answer = await client.PostAsync("/sign-in", KeyValuePair.Create("_handler", "sign-in"), KeyValuePair.Create("Form.UserName", "asha"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/sign-in?expired=true", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task SignIn_ForeignReturnAddress_StaysOnTheSite(string returnUrl)
    {
        using var client = site.NewClient();

        using var answer = await client.PostFormAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "demo", ("Demo.UserName", "demo-admin"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(answer.Headers.Location is { IsAbsoluteUri: false } || answer.Headers.Location!.Authority == site.Address.Authority);
    }

    [Theory]
    [InlineData("demo-officer", "Mumbai")]
    [InlineData("demo-supervisor", "Mumbai")]
    [InlineData("demo-admin", "India")]
    public async Task Demo_OneTap_SignsInWithinItsJurisdiction(string account, string place)
    {
        using var client = site.NewClient();
        var offered = (await client.PageAsync("/sign-in")).QuerySelector($"button[value={account}]")!;

        using var answer = await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", account));

        Assert.Contains(place, offered.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotNull(client.Cookies.GetCookies(site.Address)["crimeinsight-session"]);
    }

    [Fact]
    public async Task Demo_AccountThatIsNotOffered_DoesNotSignIn()
    {
        await site.AddPersonAsync("divya", Password, PersonRole.Admin);
        using var client = site.NewClient();

        (await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "divya"))).Dispose();

        Assert.Null(client.Cookies.GetCookies(site.Address)["crimeinsight-session"]);
    }

    [Fact]
    public async Task SignIn_PersonWithPreferences_BringsThemToThisBrowser()
    {
        await site.AddPersonAsync("elango", Password, preferences: new PersonPreferences("ta-IN", "dark", 115));
        using var client = site.NewClient();

        (await client.SignInAsync("elango", Password)).Dispose();
        var page = await client.PageAsync("/account");

        Assert.Equal("ta", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal("font-size:115%", page.DocumentElement.GetAttribute("style"));
    }

    [Fact]
    public async Task SignOut_Posted_EndsTheSession()
    {
        await site.AddPersonAsync("farid", Password);
        using var client = site.NewClient();
        (await client.SignInAsync("farid", Password)).Dispose();
        // As the server sent it, before any circuit: the form works without one.
        var form = (await client.PageAsync("/account")).Forms.First(candidate => candidate.GetAttribute("action") == "/sign-out");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]");

        using var answer = await client.PostAsync("/sign-out", KeyValuePair.Create("__RequestVerificationToken", token!.GetAttribute("value")!));
        using var after = await client.GetAsync("/account");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal(1, await AuditCountAsync("farid", AuditActions.SignOut));
    }

    [Fact]
    public async Task SignOut_WithoutToken_ChangesNothing()
    {
        await site.AddPersonAsync("gita", Password);
        using var client = site.NewClient();
        (await client.SignInAsync("gita", Password)).Dispose();

        (await client.PostAsync("/sign-out")).Dispose();
        using var after = await client.GetAsync("/account");

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Password_Changed_EndsOtherSessionsAndKeepsThisOne()
    {
        await site.AddPersonAsync("hari", Password);
        using var here = site.NewClient();
        using var elsewhere = site.NewClient();
        (await here.SignInAsync("hari", Password)).Dispose();
        (await elsewhere.SignInAsync("hari", Password)).Dispose();

        using var tooShort = await here.PostFormAsync(
            "/account/password", "password", ("Form.Current", Password), ("Form.Next", "short"), ("Form.Repeat", "short"));
        using var guessable = await here.PostFormAsync(
            "/account/password", "password", ("Form.Current", Password), ("Form.Next", "Krishna@12345"), ("Form.Repeat", "Krishna@12345"));
        using var changed = await here.PostFormAsync(
            "/account/password", "password", ("Form.Current", Password), ("Form.Next", "another long one"), ("Form.Repeat", "another long one"));
        using var stays = await here.GetAsync("/account");
        using var ended = await elsewhere.GetAsync("/account");

        Assert.Contains("at least 12 characters", (await SiteClient.ReadAsync(tooShort)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("easy to guess", (await SiteClient.ReadAsync(guessable)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("was changed", (await SiteClient.ReadAsync(changed)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    private async Task ForgetDemoAsync()
    {
        await using var owner = await site.Database.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync("DELETE FROM crime.attempt WHERE kind = 5");
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        (await SiteClient.ReadAsync(answer)).QuerySelector("[role=alert]")?.TextContent ?? "";

    // The page without what was typed and what is new in every answer.
    private static async Task<string> BodyAsync(HttpResponseMessage answer, string userName)
    {
        var page = await SiteClient.ReadAsync(answer);
        foreach (var input in page.QuerySelectorAll("input[type=hidden], script"))
            input.Remove();
        // As random as the tokens of forms: what a passkey is to answer.
        page.QuerySelector("form[data-passkey]")?.RemoveAttribute("data-options");
        return page.Body!.InnerHtml.Replace(userName, "", StringComparison.Ordinal);
    }

    // Refusals are written beside the request.
    private async Task AssertAuditedAsync(string userName, string action)
    {
        for (var tries = 0; tries < 100 && await AuditCountAsync(userName, action) == 0; tries++)
            await Task.Delay(20);
        Assert.Equal(1, await AuditCountAsync(userName, action));
    }

    private async Task<int> AuditCountAsync(string userName, string action)
    {
        await using var connection = await site.Database.Owner.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT count(*)::integer FROM crime.audit WHERE user_name = @userName AND action = @action", new { userName, action });
    }
}
