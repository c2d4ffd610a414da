using System.Net;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace CrimeInsight.Tests.Web.SignIn;

/// <summary>The second factor, from setting it to signing in with it.</summary>
public sealed class FactorSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "four odd wooden ladders";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_WithFactor_AsksForACodeAndTakesNoneTwice()
    {
        var (secret, recovery) = await SetAsync("meena");
        using var client = site.NewClient();
        using var other = site.NewClient();

        using var step = await client.SignInAsync("meena", Password, "/sign-in?returnUrl=%2Faccount");
        using var outside = await client.GetAsync("/account");
        using var wrong = await client.PostFormAsync("/sign-in/factor", "factor", ("Form.Code", "000 000"));
        var code = CodeOf(secret, steps: 1);
        using var right = await client.PostFormAsync("/sign-in/factor?returnUrl=%2Faccount", "factor", ("Form.Code", code.Insert(3, " ")));
        using var inside = await client.GetAsync("/account");
        (await other.SignInAsync("meena", Password)).Dispose();
        using var replay = await other.PostFormAsync("/sign-in/factor", "factor", ("Form.Code", code));
        using var paper = await other.PostFormAsync("/sign-in/factor", "factor", ("Form.Code", recovery[0].ToLowerInvariant()));

        Assert.Contains("/sign-in/factor?returnUrl=%2Faccount", step.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("/sign-in", outside.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("does not fit", await ErrorAsync(wrong), StringComparison.Ordinal);
        Assert.EndsWith("/account", right.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Contains("was used before", await ErrorAsync(replay), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, paper.StatusCode);

        (await client.PostAsync("/sign-out")).Dispose();
        using var third = site.NewClient();
        (await third.SignInAsync("meena", Password)).Dispose();
        using var again = await third.PostFormAsync("/sign-in/factor", "factor", ("Form.Code", recovery[0]));
        Assert.Contains("does not fit", await ErrorAsync(again), StringComparison.Ordinal);
        Assert.Equal(2, await ScalarAsync<long>(
            "SELECT count(DISTINCT action) FROM crime.audit WHERE user_name = 'meena' AND action IN ('factor.set', 'factor.recovery-used')", new { }));
        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM crime.person_factor WHERE secret LIKE '%' || @secret || '%'", new { secret }));
    }

    [Fact]
    public async Task SignIn_ManyWrongCodes_MustWaitWhateverTheCode()
    {
        var (secret, _) = await SetAsync("nila");
        using var client = site.NewClient();
        (await client.SignInAsync("nila", Password)).Dispose();
        for (var attempt = 0; attempt < FactorDoor.Rule.Free; attempt++)
            (await client.PostFormAsync("/sign-in/factor", "factor", ("Form.Code", "000000"))).Dispose();

        using var right = await client.PostFormAsync("/sign-in/factor", "factor", ("Form.Code", CodeOf(secret, steps: 1)));

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.True(await ScalarAsync<long>(
            "SELECT count(*) FROM crime.audit WHERE user_name = 'nila' AND action = @action", new { action = AuditActions.FactorFailed }) > 0);
    }

    [Fact]
    public async Task FactorPage_WithoutThePassword_LeadsToSignIn()
    {
        using var client = site.NewClient();
        using var answer = await client.GetAsync("/sign-in/factor");
        Assert.Contains("/sign-in?returnUrl", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_TurnOff_NeedsACode()
    {
        var (_, recovery) = await SetAsync("oviya");
        using var client = site.NewClient();
        (await client.SignInAsync("oviya", Password)).Dispose();
        (await client.PostFormAsync("/sign-in/factor", "factor", ("Form.Code", recovery[0]))).Dispose();

        using var wrong = await client.PostFormAsync("/account/factor", "factor-remove", ("Form.Code", "000000"));
        using var right = await client.PostFormAsync("/account/factor", "factor-remove", ("Form.Code", recovery[1]));
        using var plain = site.NewClient();
        using var signedIn = await plain.SignInAsync("oviya", Password);

        Assert.Contains("does not fit", await ErrorAsync(wrong), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.EndsWith("/", signedIn.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_RoleThatNeedsAFactor_SetsItBeforeAnythingElse()
    {
        var admin = await site.AddPersonAsync("pooja", Password, PersonRole.Admin);
        var settings = site.Services.GetRequiredService<ISettings>();
        await settings.ChangeAsync(admin.ToViewer(), "FactorFrom", "admin", Cancel);
        using var client = site.NewClient();

        using var step = await client.SignInAsync("pooja", Password);
        var page = await client.PageAsync("/sign-in/factor");
        using var outside = await client.GetAsync("/account");
        var secret = page.QuerySelector(".factor-secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var fields = page.QuerySelectorAll("form input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        using var set = await client.PostAsync("/sign-in/factor", [.. fields, KeyValuePair.Create("Form.Code", CodeOf(secret, steps: 0))]);
        using var inside = await client.GetAsync("/account");
        await settings.ChangeAsync(admin.ToViewer(), "FactorFrom", null, Cancel);

        Assert.Contains("/sign-in/factor", step.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
        Assert.Equal(FactorDoor.RecoveryCodes, (await SiteClient.ReadAsync(set)).QuerySelectorAll(".factor-recovery li").Length);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
    }

    private static string CodeOf(string secret, int steps) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow.AddSeconds(30 * steps));

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        (await SiteClient.ReadAsync(answer)).QuerySelector("#factor-error")?.TextContent.Trim() ?? "";

    private async Task<(string Secret, string[] Recovery)> SetAsync(string userName)
    {
        await site.AddPersonAsync(userName, Password);
        using var client = site.NewClient();
        (await client.SignInAsync(userName, Password)).Dispose();
        var page = await client.PageAsync("/account/factor");
        var secret = page.QuerySelector(".factor-secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var token = page.QuerySelector("input[name='Form.Token']")!.GetAttribute("value")!;
        var fields = page.QuerySelectorAll("form input[type=hidden]").Where(input => input.GetAttribute("name") != "Form.Token")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        using var answer = await client.PostAsync(
            "/account/factor", [.. fields, KeyValuePair.Create("Form.Token", token), KeyValuePair.Create("Form.Code", CodeOf(secret, steps: 0))]);
        var recovery = (await SiteClient.ReadAsync(answer)).QuerySelectorAll(".factor-recovery li").Select(item => item.TextContent.Trim()).ToArray();
        Assert.Equal(FactorDoor.RecoveryCodes, recovery.Length);
        return (secret, recovery);
    }

    private async Task<T> ScalarAsync<T>(string sql, object values)
    {
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        return (await owner.ExecuteScalarAsync<T>(sql, values))!;
    }
}
