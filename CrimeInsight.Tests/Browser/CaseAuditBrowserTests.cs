using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Import;
using CrimeInsight.Tests.Support;
using CrimeInsight.Tests.Support.Browser;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using static CrimeInsight.Tests.Support.Browser.SitePages;

namespace CrimeInsight.Tests.Browser;

public sealed class CaseAuditBrowserTests(BrowserFixture browser, SiteFixture site) : IClassFixture<SiteFixture>
{
    // A page is rendered twice, by the request and by the circuit: that is one view, not two.
    [Fact]
    public async Task Details_OpenedByAddress_AreAuditedOnce()
    {
        var cancel = TestContext.Current.CancellationToken;
        var reference = await site.Services.GetRequiredService<IReferenceDataReader>().GetAsync(cancel);
        var loader = await site.Database.AddPersonAsync(PersonRole.Admin, "IN");
        var burglary = new Incident
        {
            Source = "test", SourceReference = "1", JurisdictionOrdinal = reference.Jurisdictions.Find("IN-TN")!.Ordinal,
            HeadId = reference.Heads.Find("burglary")!.Id, OccurredOn = new DateOnly(2024, 5, 6), ReportedOn = new DateOnly(2024, 5, 6),
        };
        await site.Services.GetRequiredService<IncidentBatchLoader>().LoadAsync(
            [burglary], new BatchInfo(Guid.NewGuid(), BatchKind.Demo, "demo", IsSynthetic: true), loader, null, cancel);
        await using var owner = await site.Database.Owner.OpenConnectionAsync(cancel);
        var id = await owner.ExecuteScalarAsync<long>("SELECT min(id) FROM crime.incident");

        await using var context = await browser.OpenAsync(address: site.Address.ToString());
        var page = await context.SignInAsync(Account.Admin);
        await page.OpenAsync($"/cases/{id}");
        await page.Locator(".case-facts").First.WaitForAsync();

        Assert.Equal(1, await owner.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.audit WHERE action = 'incident.viewed'"));
        await page.ReloadAsync();
        await page.SettleAsync();
        Assert.Equal(2, await owner.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.audit WHERE action = 'incident.viewed'"));
    }
}
