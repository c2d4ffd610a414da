using System.Diagnostics;
using System.Net;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using Dapper;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class NewsSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Session_EndedByAnotherProcess_IsOutWellBeforeItWouldBeAskedAgain()
    {
        var person = await site.AddPersonAsync("elsewhere", "a long enough password 7");
        using var client = site.NewClient();
        using (var entered = await client.SignInAsync("elsewhere", "a long enough password 7"))
            Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        using (var page = await client.GetAsync("/account"))
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        await using (var owner = await site.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken))
            await owner.ExecuteAsync("UPDATE crime.person_session SET ended_at = now() WHERE person_id = @id", new { id = person.Id });

        var clock = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await client.GetAsync("/account");
            if (answer.StatusCode == HttpStatusCode.Found)
                break;
            Assert.True(clock.Elapsed < SessionDirectory.Freshness / 4, "The session lives on.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Health_NoDataYet_IsReadyAndSaysSo()
    {
        using var client = site.NewClient();
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.NoContent, ready.StatusCode);
        using var data = await client.GetAsync("/health/data");
        Assert.Equal("application/json", data.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"state":"empty","share":null}""", await data.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
