using System.Net;
using CrimeInsight.Core.Setup;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

/// <summary>From a site without anybody to its administrator, without a command line.</summary>
public sealed class FirstAdminSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Page = "/setup/administrator";
    private const string Password = "four odd wooden ladders";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Code_FromTheWindow_MakesOneAdministratorAndNoSecond()
    {
        using var client = site.NewClient();
        using var window = new StringWriter();
        await site.Services.GetRequiredService<SetupCode>().TellAsync(window, "http://site" + Page, Cancel);
        var code = window.ToString().TrimEnd()[^19..];

        using var wrong = await CreateAsync(client, "0000-0000-0000-0000", "asha", Password);
        using var badName = await CreateAsync(client, code, "आशा", Password);
        using var weak = await CreateAsync(client, code, "asha", "password password");
        using var made = await CreateAsync(client, code.ToLowerInvariant(), "asha", Password);
        using var again = await client.GetAsync(Page);
        using var signedIn = await client.SignInAsync("asha", Password);
        using var late = new StringWriter();
        await site.Services.GetRequiredService<SetupCode>().TellAsync(late, "http://site" + Page, Cancel);

        Assert.Contains("does not fit", await TextAsync(wrong, "#admin-error"), StringComparison.Ordinal);
        Assert.Contains("Latin letters", await TextAsync(badName, "#admin-error"), StringComparison.Ordinal);
        Assert.Contains("easy to guess", await TextAsync(weak, "#admin-error"), StringComparison.Ordinal);
        Assert.Contains("is made", await TextAsync(made, ".entry-notice"), StringComparison.Ordinal);
        Assert.Contains("There is an administrator already", await TextAsync(again, ".entry-notice"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal("", late.ToString());
        Assert.True((await site.Services.GetRequiredService<ISetupReader>().ReadAsync(Cancel)).HasOwnAdmin);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string selector) =>
        (await SiteClient.ReadAsync(answer)).QuerySelector(selector)?.TextContent.Trim() ?? "";

    private static Task<HttpResponseMessage> CreateAsync(SiteClient client, string code, string userName, string password) => client.PostFormAsync(
        Page, "first-admin", ("Form.Code", code), ("Form.UserName", userName), ("Form.Name", "Asha Rao"), ("Form.Next", password), ("Form.Repeat", password));
}
