using System.Net;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Import;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class DemoEndSiteTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Import_RealRecordsWhileTheSiteRuns_ClosesTheDemoDoorAtOnce()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = site.NewClient();
        using var entered = await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-admin"));
        using (var inside = await client.GetAsync("/account"))
            Assert.Equal(HttpStatusCode.OK, inside.StatusCode);

        var viewer = await site.Database.AddPersonAsync(PersonRole.Admin, "IN");
        await site.Services.GetRequiredService<IncidentBatchLoader>().LoadAsync(
            [await AnyIncidentAsync(cancel)], new BatchInfo(Guid.NewGuid(), BatchKind.Import, "cases.csv", IsSynthetic: false), viewer, null, cancel);

        using var visitor = site.NewClient();
        Assert.Empty((await visitor.PageAsync("/sign-in")).QuerySelectorAll(".entry-demo-button"));
        await Task.Delay(SessionDirectory.DemoFreshness, cancel);
        using var outside = await client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
        Assert.Contains("/sign-in", outside.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<Incident> AnyIncidentAsync(CancellationToken cancellationToken)
    {
        var reference = await site.Services.GetRequiredService<IReferenceDataReader>().GetAsync(cancellationToken);
        return new Incident
        {
            Source = "test",
            SourceReference = "1",
            JurisdictionOrdinal = reference.Jurisdictions.Find("IN-TN")!.Ordinal,
            HeadId = reference.Heads.LeavesOf(0).First().Id,
            OccurredOn = new DateOnly(2024, 1, 1),
            ReportedOn = new DateOnly(2024, 1, 1),
        };
    }
}
