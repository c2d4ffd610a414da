using Bunit;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Jobs;

public sealed class JobsPageTests : WebContext
{
    private readonly FakeRuns _runs = new();
    private readonly FakeAuditVerifier _verifier = new();

    public JobsPageTests()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton<IRuns>(_runs);
        IsInteractive = false;
        Services.AddSingleton<IAuditVerifier>(_verifier);
    }

    [Fact]
    public void Page_RunningJob_ShowsProgressTimeLeftAndCounts()
    {
        _runs.Runs.Add(FakeRuns.NewRun(RunState.Running));
        var page = Show();
        Assert.Equal("0.25", page.Find("progress").GetAttribute("value"));
        Assert.Equal("25% done · about 9 min left", page.Find(".run-progress").TextContent);
        Assert.Contains("12,34,567", page.Find(".run-facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("Cancel the job", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Run now", page.Find(".jobs").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Hindi_IsInHindi()
    {
        UseCulture("hi-IN");
        _runs.Runs.Add(FakeRuns.NewRun(RunState.Running));
        var page = Show();
        Assert.Equal("पृष्ठभूमि कार्य", page.Find("h1").TextContent);
        Assert.Contains("चल रहा है", page.Find(".state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_FailedJob_SaysWhatToDo()
    {
        _runs.Runs.Add(FakeRuns.NewRun(RunState.Failed, "disk full"));
        var page = Show();
        Assert.Contains("disk full", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("goes on where it stopped", page.Find(".run-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains("Run now", page.Find(".jobs-start").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NoRunYet_OffersToStart()
    {
        var page = Show();
        Assert.Contains("No forecasts or hotspots have been computed yet", page.Markup, StringComparison.Ordinal);
        page.Find(".panel-message button").Click();
        Assert.Contains("Waiting", page.Find(".state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancel_RunningJob_IsCancelledAndCanGoOn()
    {
        _runs.Runs.Add(FakeRuns.NewRun(RunState.Running));
        var page = Show();
        page.Find(".run-head button").Click();
        Assert.Contains("Cancelled", page.Find(".state").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".jobs-start button"));
    }

    [Fact]
    public void Page_RunsCannotBeRead_OffersToTryAgain()
    {
        _runs.Failure = new InvalidOperationException("no connection");
        var page = Show();
        Assert.NotEmpty(page.FindAll("[role=alert]"));
        _runs.Failure = null;
        _runs.Runs.Add(FakeRuns.NewRun(RunState.Done));
        page.Find("[role=alert] button").Click();
        Assert.Contains("Done", page.Find(".state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_SeveralRuns_ListsTheEarlierOnes()
    {
        _runs.Runs.AddRange([FakeRuns.NewRun(RunState.Done), FakeRuns.NewRun(RunState.Failed, "disk full"), FakeRuns.NewRun(RunState.Cancelled)]);
        Assert.Equal(2, Show().FindAll(".history tbody tr").Count);
    }

    [Fact]
    public void Audit_Verified_SaysTheResultAndItsLimit()
    {
        var page = Show();
        Assert.Equal("Not verified yet.", page.Find(".audit-result").TextContent);
        page.Find(".audit-verify button").Click();
        Assert.Equal("Nothing was found wrong.", page.Find(".audit-result").TextContent);
        Assert.Contains("holds both the database and the key", page.Find(".audit-limit").TextContent, StringComparison.Ordinal);
        Assert.Contains("1,234", page.Find(".audit-facts").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-IN", "its tail was cut off, rows 1,201 to 1,234")]
    [InlineData("hi-IN", "अंतिम भाग काट दिया गया है, पंक्तियां 1,201 से 1,234")]
    [InlineData("ta-IN", "இறுதிப் பகுதி வெட்டப்பட்டுள்ளது, வரிசைகள் 1,201 முதல் 1,234 வரை")]
    public void Audit_TailCut_IsAnAlertThatNamesThePlace(string culture, string expected)
    {
        UseCulture(culture);
        _verifier.Finding = new AuditFinding(AuditFault.TailCut, 1_201, 1_234);
        var page = Show();
        page.Find(".audit-verify button").Click();
        Assert.Contains(expected, page.Find(".audit-result[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Policy_IsForAdministrators() =>
        Assert.Equal("admin", typeof(JobsPage).GetCustomAttributes(typeof(AuthorizeAttribute), inherit: false).Cast<AuthorizeAttribute>().Single().Policy);

    private IRenderedComponent<IComponent> Show() => RenderInShell(builder =>
    {
        builder.OpenComponent<JobsPage>(0);
        builder.CloseComponent();
    });
}
