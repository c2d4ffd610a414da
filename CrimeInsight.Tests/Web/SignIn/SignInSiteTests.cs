using System.Net;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using Dapper;

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
    public async Task SignIn_WrongPassword_SaysTheSameAsForAnUnknownName()
    {
        await site.AddPersonAsync("bala", Password);
        using var client = site.NewClient("hi");

        using var wrong = await client.SignInAsync("bala", "not the password");
        using var unknown = await client.SignInAsync("nobody-here", "not the password");

        var expected = "उपयोगकर्ता नाम या पासवर्ड गलत है।";
        Assert.Equal(expected, await ErrorAsync(wrong));
        Assert.Equal(expected, await ErrorAsync(unknown));
        Assert.Equal(1, await AuditCountAsync("bala", AuditActions.SignInFailed));
        Assert.Equal(0, await AuditCountAsync("nobody-here", AuditActions.SignInFailed));
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksOutAndNamesTheTime()
    {
        await site.AddPersonAsync("chitra", Password);
        using var client = site.NewClient();
        for (var attempt = 0; attempt < 4; attempt++)
            (await client.SignInAsync("chitra", "not the password")).Dispose();

        using var fifth = await client.SignInAsync("chitra", "not the password");
        using var right = await client.SignInAsync("chitra", Password);

        Assert.Matches(@"Try again at \d\d:\d\d", await ErrorAsync(fifth));
        Assert.Matches(@"Try again at \d\d:\d\d", await ErrorAsync(right));
    }

    [Fact]
    public async Task SignIn_ManyAttemptsOnOneName_AreThrottled()
    {
        using var client = site.NewClient();
        for (var attempt = 0; attempt < SignInThrottle.AttemptsPerName; attempt++)
            (await client.SignInAsync("throttled-name", "x")).Dispose();

        using var answer = await client.SignInAsync("throttled-name", "x");

        Assert.Contains("Too many attempts", await ErrorAsync(answer), StringComparison.Ordinal);
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
        var token = (await client.PageAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]");
        token ??= (await client.PageAsync("/account/password")).QuerySelector("input[name=__RequestVerificationToken]");

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

        using var tooShort = await here.PostFormAsync("/account/password", "password", ("Form.Current", Password), ("Form.Next", "short"), ("Form.Repeat", "short"));
        using var changed = await here.PostFormAsync("/account/password", "password", ("Form.Current", Password), ("Form.Next", "another long one"), ("Form.Repeat", "another long one"));
        using var stays = await here.GetAsync("/account");
        using var ended = await elsewhere.GetAsync("/account");

        Assert.Contains("at least 12 characters", (await SiteClient.ReadAsync(tooShort)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("was changed", (await SiteClient.ReadAsync(changed)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        (await SiteClient.ReadAsync(answer)).QuerySelector("[role=alert]")?.TextContent ?? "";

    private async Task<int> AuditCountAsync(string userName, string action)
    {
        await using var connection = await site.Database.Owner.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>("SELECT count(*)::integer FROM crime.audit WHERE user_name = @userName AND action = @action", new { userName, action });
    }
}
