using Bunit;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.Settings;
using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Tests.Web.Settings;

public sealed class SettingsPageTests : WebContext
{
    public SettingsPageTests()
    {
        SiteServer.AddFeatures(Services);
        JSInterop.SetupModule("./Shared/Layout/PageTools.razor.js").Mode = JSRuntimeMode.Loose;
        Viewers.Viewer = new Viewer(Guid.NewGuid(), "admin", PersonRole.Admin, [1]);
    }

    [Fact]
    public void Save_Days_IsInForceWithHistoryAndUndone()
    {
        var page = Render<SettingsPage>();
        Assert.Contains("Settings:SessionIdleDays", page.Markup, StringComparison.Ordinal);
        page.FindAll(".setting")[10].QuerySelector("input[type=number]")!.Input("3");
        page.FindAll(".setting")[10].QuerySelector("button")!.Click();
        Assert.Equal(3, Settings.Current.SessionIdleDays);
        Assert.Contains("value of the configuration → 3 days", page.Find(".settings-history").TextContent, StringComparison.Ordinal);

        page.Find(".settings-history button").Click();

        Assert.Equal(14, Settings.Current.SessionIdleDays);
    }

    [Fact]
    public void Save_NoLanguage_IsRefused()
    {
        var page = Render<SettingsPage>();
        for (var language = 0; language < AppCultures.All.Length; language++)
            page.FindAll(".setting-check input")[language].Change(false);
        page.FindAll(".setting")[2].QuerySelector("button")!.Click();
        Assert.Equal(AppCultures.All.Length, Settings.Current.Languages.Count);
    }

    [Fact]
    public void Languages_OneLeft_IsTheOnlyOneOffered()
    {
        Settings.ChangeAsync(Viewers.Viewer!, "Languages", "ta-IN", CancellationToken.None);
        var offered = new OfferedLanguages(Settings);
        Assert.Equal("ta-IN", Assert.Single(offered.All).Name);
        Assert.Null(offered.Find("hi-IN"));
    }

    [Fact]
    public void Save_MegabytesOfUploads_AreStoredAsBytes()
    {
        var page = Render<SettingsPage>();
        page.FindAll(".setting")[7].QuerySelector("input[type=number]")!.Input("300");
        page.FindAll(".setting")[7].QuerySelector("button")!.Click();

        Assert.Equal(300L << 20, Settings.Current.UploadMostBytes);
        Assert.Contains("2,048 MB", page.FindAll(".setting")[7].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultLanguage_NotOffered_GivesWayToOneThatIs()
    {
        Settings.ChangeAsync(Viewers.Viewer!, "DefaultLanguage", "hi-IN", CancellationToken.None);
        Assert.Equal("hi-IN", new OfferedLanguages(Settings).Default.Name);
        Settings.ChangeAsync(Viewers.Viewer!, "Languages", "ta-IN", CancellationToken.None);
        Assert.Equal("ta-IN", new OfferedLanguages(Settings).Default.Name);
    }

    [Fact]
    public void Page_AdministratorOfAState_SaysThatItIsNotTheirs()
    {
        Settings.IsRefusing = true;
        Assert.NotEmpty(Render<SettingsPage>().FindAll(".page-message"));
    }
}
