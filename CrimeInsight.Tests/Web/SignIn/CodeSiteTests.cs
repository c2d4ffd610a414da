using System.Net;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

/// <summary>From a one-time code to a session.</summary>
public sealed class CodeSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "four odd wooden ladders";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Code_RightOnce_SetsThePasswordAndOpensNothingElse()
    {
        var code = await InviteAsync("kumar");
        using var client = site.NewClient();

        using var before = await client.SignInAsync("kumar", code.Code);
        using var weak = await RedeemAsync(client, "kumar", code.Code, "password password");
        using var set = await RedeemAsync(client, "Kumar", code.Code.ToLowerInvariant(), Password);
        using var again = await RedeemAsync(client, "kumar", code.Code, "another four odd words");
        using var signedIn = await client.SignInAsync("kumar", Password);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Contains("easy to guess", await TextAsync(weak, "#code-error"), StringComparison.Ordinal);
        Assert.Contains("Your password is set", await TextAsync(set, ".entry-notice"), StringComparison.Ordinal);
        Assert.Contains("do not fit", await TextAsync(again, "#code-error"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task Code_UnknownWrongOrThrottled_GetsOneAnswer()
    {
        var code = await InviteAsync("latha");
        using var client = site.NewClient();

        using var unknown = await RedeemAsync(client, "nobody", code.Code, Password);
        using var wrong = await RedeemAsync(client, "latha", "0000-0000-0000-0000", Password);
        for (var attempt = 1; attempt < CodeDoor.Rule.Free; attempt++)
            (await RedeemAsync(client, "latha", "0000-0000-0000-0000", Password)).Dispose();
        using var throttled = await RedeemAsync(client, "latha", code.Code, Password);

        var answer = await TextAsync(unknown, "#code-error");
        Assert.Contains("do not fit", answer, StringComparison.Ordinal);
        Assert.Equal(answer, await TextAsync(wrong, "#code-error"));
        Assert.Equal(answer, await TextAsync(throttled, "#code-error"));
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string selector) =>
        (await SiteClient.ReadAsync(answer)).QuerySelector(selector)?.TextContent.Trim() ?? "";

    private static Task<HttpResponseMessage> RedeemAsync(SiteClient client, string userName, string code, string password) => client.PostFormAsync(
        "/sign-in/code", "code", ("Form.UserName", userName), ("Form.Code", code), ("Form.Next", password), ("Form.Repeat", password));

    private async Task<IssuedCode> InviteAsync(string userName)
    {
        var admin = await site.AddPersonAsync($"admin-of-{userName}", "six green umbrellas walking", PersonRole.Admin);
        var country = (await site.Services.GetRequiredService<IReferenceDataReader>().GetAsync(Cancel)).Jurisdictions.Root!;
        var people = site.Services.GetRequiredService<IPeople>();
        return (await people.ApplyAsync(
            admin.ToViewer(), [new PersonInvitation(userName, userName, PersonRole.Officer, [country.Id])], [], Cancel)).Single();
    }
}
