using System.Net;
using System.Text.RegularExpressions;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Import;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Cases;

public sealed class CaseSiteTests(SiteFixture site) : IClassFixture<SiteFixture>, IAsyncLifetime
{
    private readonly List<long> _ids = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var reference = await site.Services.GetRequiredService<IReferenceDataReader>().GetAsync(Cancel);
        var admin = await site.Database.AddPersonAsync(PersonRole.Admin, "IN");
        var places = new[] { "IN-TN", "IN-KL" }.Select(code => reference.Jurisdictions.Find(code)!.Ordinal).ToArray();
        Incident Case(string head, int place) => new()
        {
            Source = "test", SourceReference = $"{head}/{place}", JurisdictionOrdinal = places[place], HeadId = reference.Heads.Find(head)!.Id,
            OccurredOn = new DateOnly(2024, 5, 6), OccurredAt = new TimeOnly(21, 40), ReportedOn = new DateOnly(2024, 5, 7),
            Place = new GeoPoint(13.0827, 80.2707), Precision = LocationPrecision.Exact, ModusOperandi = "Broke the lock", OffenderGender = Gender.Male,
        };
        await site.Services.GetRequiredService<IncidentBatchLoader>().LoadAsync(
            [Case("burglary", 0), Case("rape", 0), Case("burglary", 1)], new BatchInfo(Guid.NewGuid(), BatchKind.Demo, "demo", IsSynthetic: true), admin, null,
            Cancel);
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        _ids.AddRange(await owner.QueryAsync<long>("SELECT id FROM crime.incident ORDER BY ordinal = @kerala, is_sensitive", new { kerala = places[1] }));
        await owner.ExecuteAsync("DELETE FROM crime.person_jurisdiction USING crime.person p WHERE p.id = person_id AND p.user_name = 'demo-supervisor'");
        await owner.ExecuteAsync(
            "INSERT INTO crime.person_jurisdiction SELECT p.id, j.id FROM crime.person p, crime.jurisdiction j WHERE p.user_name = 'demo-supervisor' AND "
                + "j.code = 'IN-TN'");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Cases_FoundByNumberOrStatus_AndAsFileWithoutTheProtected()
    {
        using var client = site.NewClient();
        (await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-supervisor"))).Dispose();

        // Whatever the period of the address; both kinds of case, for it is the list of those who work on them.
        Assert.Single((await client.PageAsync("/cases?from=2020-01&until=2020-02&number=BURGLARY")).QuerySelectorAll(".case-table tbody tr"));
        Assert.Single((await client.PageAsync("/cases?number=rape")).QuerySelectorAll(".case-table tbody tr.screen-only"));
        Assert.Empty((await client.PageAsync("/cases?number=nothing/9")).QuerySelectorAll(".case-table tbody tr"));
        var all = await client.PageAsync("/cases?from=2024-05&until=2024-06&status=underinvestigation");
        Assert.Equal(2, all.QuerySelectorAll(".case-table tbody tr").Length);
        Assert.Empty((await client.PageAsync("/cases?from=2024-05&until=2024-06&status=convicted")).QuerySelectorAll(".case-table tbody tr"));

        using var answer = await client.GetAsync("/export/case-list.csv?from=2024-05&until=2024-06");
        var file = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("burglary/", file, StringComparison.Ordinal);
        Assert.DoesNotContain("rape", file, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("the law protects", file, StringComparison.Ordinal);
        // 6 May 2024 was a Monday; the only other case of the day is that of a victim whom the law protects, and counts for nothing.
        using var wider = await client.GetAsync("/export/case-list.csv?from=2024-05&until=2024-06&features=1");
        var lines = (await wider.Content.ReadAsStringAsync(Cancel)).Split("\r\n");
        string Cell(string name) => Cells(lines[1])[Array.FindIndex(Cells(lines[0]), head => head.StartsWith(name, StringComparison.Ordinal))];
        Assert.DoesNotContain("Weekend", file, StringComparison.Ordinal);
        Assert.Equal(("no", "0"), (Cell("Weekend"), Cell("Earlier within 500 m")));
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        Assert.True(await owner.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM crime.audit WHERE action = @action AND subject = 'cases'", new { action = AuditActions.Exported }) > 0);
    }

    [Fact]
    public async Task Cases_ListedAndOpened_KeepToJurisdictionAndLaw()
    {
        using var client = site.NewClient();
        (await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-supervisor"))).Dispose();

        var list = await client.PageAsync("/cases?from=2024-01&until=2024-06");
        Assert.Equal(_ids.Take(2).Order(), list.QuerySelectorAll(".case-table tbody a").Select(link => IdOf(link.GetAttribute("href")!)).Order());

        var burglary = await client.PageAsync($"/cases/{_ids[0]}?from=2024-01&until=2024-06");
        Assert.Contains("06-05-2024, 21:40", burglary.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Broke the lock", burglary.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(burglary.QuerySelector(".case-map"));
        Assert.Equal("/cases?from=2024-01&until=2024-06", burglary.QuerySelector(".case-back")!.GetAttribute("href"));

        var rape = await client.PageAsync($"/cases/{_ids[1]}");
        Assert.Contains("Victim or child protected by law", rape.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("21:40", rape.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(rape.QuerySelector(".case-map"));

        // Who may not see it learns nothing, not even that it exists.
        using var foreign = await client.GetAsync($"/cases/{_ids[2]}");
        using var missing = await client.GetAsync("/cases/999999");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, missing.StatusCode));
        Assert.Equal(Words(await SiteClient.ReadAsync(missing)), Words(await SiteClient.ReadAsync(foreign)));
        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        Assert.Equal(
            [$"incident:{_ids[0]}", $"incident:{_ids[1]}"],
            await owner.QueryAsync<string>("SELECT subject FROM crime.audit WHERE action = 'incident.viewed' AND user_name = 'demo-supervisor' ORDER BY id"));
    }

    private static string[] Cells(string line) =>
        [.. Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)").Select(cell => cell.Trim('"'))];

    private static long IdOf(string href) => long.Parse(href.Split('/', '?')[2], System.Globalization.CultureInfo.InvariantCulture);

    private static string Words(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main")!.TextContent.Trim();
}
