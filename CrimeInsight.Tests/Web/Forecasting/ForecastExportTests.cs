using System.Net;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Import;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class ForecastExportTests(SiteFixture site) : IClassFixture<SiteFixture>, IAsyncLifetime
{
    private const int Months = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var reference = await site.Services.GetRequiredService<IReferenceDataReader>().GetAsync(Cancel);
        var admin = await site.Database.AddPersonAsync(PersonRole.Admin, "IN");
        var (place, head) = (reference.Jurisdictions.Find("IN-TN")!.Ordinal, reference.Heads.Find("burglary")!.Id);
        var cases = Enumerable.Range(0, Months).SelectMany(month => Enumerable.Range(0, 6 + month % 4).Select(number => new Incident
        {
            Source = "test", SourceReference = $"{month}/{number}", JurisdictionOrdinal = place, HeadId = head,
            OccurredOn = new DateOnly(2021, 1, 5).AddMonths(month), ReportedOn = new DateOnly(2021, 1, 6).AddMonths(month),
            Precision = LocationPrecision.District,
        }));
        await site.Services.GetRequiredService<IncidentBatchLoader>().LoadAsync(
            [.. cases], new BatchInfo(Guid.NewGuid(), BatchKind.Demo, "demo", IsSynthetic: true), admin, null, Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Csv_OfEachView_IsLabelledAndAudited()
    {
        using var client = site.NewClient();
        (await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-admin"))).Dispose();

        var outlook = await RowsAsync(client, "/export/forecast.csv?in=IN-TN&head=burglary&months=3");
        Assert.Equal(
            "Month (code),Month,Registered,Forecast,Low 50 %,High 50 %,Low 80 %,High 80 %,Low 95 %,High 95 %,Place (code),Place,Crime head (code),Crime "
                + "head,Method (code),Method,Data", outlook[0]);
        Assert.StartsWith("2021-01,January 2021,6,,,,,,,,IN-TN,Tamil Nadu,burglary,Burglary,", outlook[1], StringComparison.Ordinal);
        Assert.Matches(@"^2024-\d\d,\w+ 2024,,[\d.]+(,[\d.]+){6},IN-TN,Tamil Nadu,burglary,Burglary,\w+,[^,]+,synthetic$", outlook[^1]);
        Assert.Equal(1 + Months - 1 + 3, outlook.Length);

        var record = await RowsAsync(client, "/export/forecast.csv?in=IN-TN&head=burglary&tab=record");
        Assert.StartsWith(
            "Method (code),Method,Mean error (MASE),Big misses (RMSSE),Error in cases (RMSE),Accuracy (100 − WAPE),Share missed (WAPE),Bias,Inside 50 "
                + "%,Inside 80 %,Inside 95 %,", record[0], StringComparison.Ordinal);
        var replay = await RowsAsync(client, "/export/forecast.csv?in=IN-TN&head=burglary&tab=replay&months=1");
        Assert.StartsWith("Forecast from (code),Forecast from,Month (code),Month,Registered,Forecast,", replay[0], StringComparison.Ordinal);

        await using var owner = await site.Database.Owner.OpenConnectionAsync(Cancel);
        Assert.Equal(3, await owner.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.audit WHERE action = 'export' AND subject = 'forecast'"));
    }

    [Fact]
    public async Task Csv_WithoutRights_IsNotThere()
    {
        using var client = site.NewClient();
        using var nobody = await client.GetAsync("/export/forecast.csv");
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
        (await client.PostFormAsync("/sign-in", "demo", ("Demo.UserName", "demo-officer"))).Dispose();
        using var elsewhere = await client.GetAsync("/export/forecast.csv?in=IN-UP");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private static async Task<string[]> RowsAsync(SiteClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("-synthetic.csv", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        return (await answer.Content.ReadAsStringAsync(Cancel)).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
    }
}
