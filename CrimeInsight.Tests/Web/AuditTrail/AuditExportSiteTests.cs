using System.Net;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Web.AuditTrail;

public sealed class AuditExportSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "four odd wooden ladders";

    [Fact]
    public async Task Export_Administrator_GetsRowsAndIsAudited()
    {
        await site.AddPersonAsync("exporter", Password, PersonRole.Admin);
        using var client = site.NewClient();
        (await client.SignInAsync("exporter", Password)).Dispose();

        using var csv = await client.GetAsync("/export/audit.csv?person=exporter");
        using var json = await client.GetAsync("/export/audit.json?action=sign-in");

        Assert.Contains("signed in", await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        await using var owner = await site.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, await owner.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM crime.audit WHERE user_name = 'exporter' AND action = 'export' AND subject = 'audit'"));
    }

    [Theory]
    [InlineData(PersonRole.Officer)]
    [InlineData(PersonRole.Supervisor)]
    public async Task Export_AnybodyElse_IsRefused(PersonRole role)
    {
        await site.AddPersonAsync($"no-{role}", Password, role);
        using var client = site.NewClient();
        (await client.SignInAsync($"no-{role}", Password)).Dispose();
        using var answer = await client.GetAsync("/export/audit.csv");
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        foreach (var page in new[] { "/audit", "/people", "/settings" })
        {
            using var refused = await client.GetAsync(page);
            Assert.Contains("/denied", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }
}
