using System.Net;
using AngleSharp.Html.Dom;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

/// <summary>Passkeys, from adding one to what is refused.</summary>
public sealed class PasskeySiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "four odd wooden ladders";
    private const string Page = "/account/passkeys";
    private const string Other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_WithAPasskeyAlone_OpensOnceAndNotAgain()
    {
        using var key = await AddAsync("asha");
        using var client = site.NewClient();
        var (page, answer) = await AskAsync(client, key);

        using var thief = site.NewClient();
        thief.Cookies.Add(client.Cookies.GetCookies(site.Address));
        using var entered = await PostAsync(client, "/sign-in", page, answer);
        using var inside = await client.GetAsync("/account");
        using var replay = await PostAsync(thief, "/sign-in", page, answer);
        key.Count = 1;
        using var copy = site.NewClient();
        var (again, copied) = await AskAsync(copy, key);
        using var fewer = await PostAsync(copy, "/sign-in", again, copied);

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Contains("does not open", await ErrorAsync(replay), StringComparison.Ordinal);
        Assert.Contains("does not open", await ErrorAsync(fewer), StringComparison.Ordinal);
        Assert.Equal(2, await ScalarAsync<long>(
            "SELECT count(DISTINCT action) FROM crime.audit WHERE user_name = 'asha' AND action IN ('passkey.added', 'passkey.used')"));
    }

    [Fact]
    public async Task SignIn_WrongChallengeOriginOrPerson_IsRefused()
    {
        using var key = await AddAsync("bala");
        using var stranger = new SoftwareKey { Origin = key.Origin };
        stranger.Create("""{"challenge":"AAAA","user":{"id":"AAAA"}}""");
        var refusals = new List<string>();
        foreach (var answer in new Func<string, string>[]
        {
            options => key.Get(options, challenge: Other),
            options => stranger.Get(options),
            options => With(key, () => key.Verifies = false, () => key.Verifies = true, options),
            options => With(key, () => key.Origin = "https://crime.example.in", () => key.Origin = site.Address.GetLeftPart(UriPartial.Authority), options),
            _ => "{}",
            _ => "",
        })
        {
            using var client = site.NewClient();
            var page = await client.PageAsync("/sign-in");
            using var refused = await PostAsync(client, "/sign-in", page, answer(OptionsOf(page)));
            refusals.Add(await ErrorAsync(refused));
            using var outside = await client.GetAsync("/account");
            Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
        }

        Assert.All(refusals, refusal => Assert.Contains("does not open", refusal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_AfterThePassword_TakesTheKeyOfThatPersonAlone()
    {
        using var own = await AddAsync("chitra");
        using var others = await AddAsync("deepa");
        using var client = site.NewClient();
        using var step = await client.SignInAsync("chitra", Password);
        var asked = await client.PageAsync("/sign-in/factor");
        using var wrong = await PostAsync(client, "/sign-in/factor", asked, others.Get(OptionsOf(asked)));
        var anew = await client.PageAsync("/sign-in/factor");
        using var right = await PostAsync(client, "/sign-in/factor", anew, own.Get(OptionsOf(anew)));
        using var inside = await client.GetAsync("/account");

        Assert.Contains("/sign-in/factor", step.Headers.Location!.ToString(), StringComparison.Ordinal);
        // Nobody sets codes past the passkey that is asked for.
        Assert.Null(asked.QuerySelector(".factor-secret"));
        Assert.Contains("does not open", await ErrorAsync(wrong), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task Reset_ByAnAdministrator_TakesPasskeysAway()
    {
        using var key = await AddAsync("esha");
        var admin = await site.AddPersonAsync("farah", Password, PersonRole.Admin);
        var people = site.Services.GetRequiredService<IPeople>();
        var esha = (await people.ListAsync(admin.ToViewer(), Cancel)).Single(person => person.UserName == "esha");

        await people.ResetFactorAsync(admin.ToViewer(), esha.Id, Cancel);
        using var client = site.NewClient();
        var (page, answer) = await AskAsync(client, key);
        using var refused = await PostAsync(client, "/sign-in", page, answer);

        Assert.True(esha.HasFactor);
        Assert.Contains("does not open", await ErrorAsync(refused), StringComparison.Ordinal);
        Assert.Equal(0, await ScalarAsync<long>(
            "SELECT count(*) FROM crime.person_passkey k JOIN crime.person p ON p.id = k.person_id WHERE user_name = 'esha'"));
    }

    private static string With(SoftwareKey key, Action before, Action after, string options)
    {
        before();
        var answer = key.Get(options);
        after();
        return answer;
    }

    private static string OptionsOf(IHtmlDocument page) => page.QuerySelector("form[data-passkey]")!.GetAttribute("data-options")!;

    private static async Task<string> ErrorAsync(HttpResponseMessage answer) =>
        (await SiteClient.ReadAsync(answer)).QuerySelector(".entry-error:not([hidden])")?.TextContent ?? "";

    private static async Task<(IHtmlDocument Page, string Answer)> AskAsync(SiteClient client, SoftwareKey key)
    {
        var page = await client.PageAsync("/sign-in");
        return (page, key.Get(OptionsOf(page)));
    }

    private static Task<HttpResponseMessage> PostAsync(
        SiteClient client, string path, IHtmlDocument page, string answer, params (string Name, string Value)[] fields)
    {
        var hidden = page.QuerySelectorAll("form[data-passkey] input[type=hidden]").Where(input => input.GetAttribute("name") != "Passkey.Credential")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return client.PostAsync(
            path,
            [.. hidden, KeyValuePair.Create("Passkey.Credential", answer), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
    }

    private async Task<SoftwareKey> AddAsync(string userName)
    {
        await site.AddPersonAsync(userName, Password, PersonRole.Officer);
        using var client = site.NewClient();
        (await client.SignInAsync(userName, Password)).Dispose();
        var page = await client.PageAsync(Page);
        var key = new SoftwareKey { Origin = site.Address.GetLeftPart(UriPartial.Authority) };
        var made = key.Create(OptionsOf(page));
        using var wrong = await PostAsync(client, Page, page, made, ("Passkey.Name", "Phone"), ("Passkey.Password", "not the password"));
        Assert.Contains("does not fit", await ErrorAsync(wrong), StringComparison.Ordinal);
        page = await client.PageAsync(Page);
        using var added = await PostAsync(client, Page, page, key.Create(OptionsOf(page)), ("Passkey.Name", "Phone"), ("Passkey.Password", Password));
        Assert.Contains("Phone", (await SiteClient.ReadAsync(added)).QuerySelector(".passkey-select")?.TextContent ?? "", StringComparison.Ordinal);
        return key;
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        return (await owner.ExecuteScalarAsync<T>(sql))!;
    }
}
