using Bunit;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.AuditTrail;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.AuditTrail;

public sealed class AuditPageTests : WebContext, IAuditReader
{
    private readonly List<AuditRecord> _rows = [];
    private AuditSelection? _asked;

    public AuditPageTests()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton<IAuditReader>(this);
        Services.AddSingleton<IAuditVerifier>(new FakeAuditVerifier());
        JSInterop.SetupModule("./Shared/Layout/PageTools.razor.js").Mode = JSRuntimeMode.Loose;
    }

    public Task<IReadOnlyList<AuditRecord>> ListAsync(Viewer admin, AuditSelection selection, CancellationToken cancellationToken)
    {
        _asked = selection;
        return Task.FromResult<IReadOnlyList<AuditRecord>>(_rows);
    }

    [Fact]
    public void Page_Rows_AreInPlainWordsWithDetails()
    {
        _rows.Add(Row(2, "asha", AuditActions.PersonChanged, KeyValuePair.Create("before.role", "officer")));
        _rows.Add(Row(1, "", "something.new"));
        var page = Render<AuditPage>();
        Assert.Contains("asha changed what a person is", page.FindAll(".trail-row")[0].TextContent.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Contains("officer", page.Find("details dd").TextContent, StringComparison.Ordinal);
        Assert.Contains("something.new", page.FindAll(".trail-row")[1].TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".audit-verify button"));
    }

    [Fact]
    public void Page_Address_SaysWhichRowsAndWhichFile()
    {
        _rows.AddRange(Enumerable.Range(1, AuditChoice.PageRows + 1).Select(id => Row(id, "asha", AuditActions.SignIn)));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/audit?person=ash&action=sign-in&from=2026-11-01&until=2026-11-30&before=900");
        var page = Render<AuditPage>();
        Assert.Equal(("ash", "sign-in", 900), (_asked!.Person, _asked.Action, _asked.BeforeId));
        Assert.Equal("2026-10-31 18:30 2026-11-30 18:30", $"{_asked.From:yyyy-MM-dd HH:mm} {_asked.Until:yyyy-MM-dd HH:mm}");
        Assert.Matches(
            @"^/export/audit\.\w+\?person=ash&action=sign-in&from=2026-11-01&until=2026-11-30$", page.Find(".panel-actions a").GetAttribute("href")!);
        Assert.Contains("before=50", page.FindAll(".trail-pages a")[1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NothingFits_SaysWhatToDo() => Assert.Contains("No entry fits", Render<AuditPage>().Markup, StringComparison.Ordinal);

    private static AuditRecord Row(long id, string name, string action, params KeyValuePair<string, string>[] detail) =>
        new(id, DateTimeOffset.UnixEpoch, name, action, "person:1", detail);
}
