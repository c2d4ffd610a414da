using System.Globalization;
using Bunit;
using CrimeInsight.Core.Runs;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Account;
using CrimeInsight.Web.Features.Cases;
using CrimeInsight.Web.Features.Forecasting;
using CrimeInsight.Web.Features.Hotspots;
using CrimeInsight.Web.Features.Jobs;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Features.Overview;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TestContext = Xunit.TestContext;

namespace CrimeInsight.Tests.Web.Layout;

public sealed class ShellTests : WebContext
{
    public ShellTests() => Services
        .AddOverviewFeature()
        .AddMapFeature()
        .AddForecastingFeature()
        .AddHotspotsFeature()
        .AddCasesFeature()
        .AddJobsFeature()
        .AddAccountFeature();

    [Fact]
    public void Layout_SignedIn_HasBarNavigationAndContent()
    {
        SignIn("Officer");
        JSInterop.SetupModule("./Shared/Layout/DisplayBridge.razor.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Shared/Layout/HelpPanel.razor.js").Mode = JSRuntimeMode.Loose;

        var layout = Render<MainLayout>(parameters => parameters.Add(shell => shell.Body, "<h1>Page</h1>"));

        Assert.Equal(["Overview", "Map", "Forecast", "Hotspots", "Cases", "Account", "More"], layout.FindAll("nav > .nav-link .nav-text")
            .Select(link => link.TextContent));
        Assert.Equal("http://localhost/#main", layout.Find(".skip-link").GetAttribute("href"));
        Assert.Equal("Page", layout.Find("main h1").TextContent);
    }

    [Fact]
    public void Layout_PageFails_KeepsTheShellAndOffersToLoadAgain()
    {
        SignIn("Officer");
        JSInterop.SetupModule("./Shared/Layout/DisplayBridge.razor.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Shared/Layout/HelpPanel.razor.js").Mode = JSRuntimeMode.Loose;

        var layout = Render<MainLayout>(parameters => parameters.Add(shell => shell.Body, FailingPage()));

        Assert.Contains("Something went wrong", layout.Find("main").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(layout.FindAll("nav .nav-link"));
    }

    [Fact]
    public void Navigation_Hindi_IsInHindi()
    {
        UseCulture("hi-IN");
        SignIn("Officer");

        Assert.Equal(["अवलोकन", "मानचित्र", "पूर्वानुमान", "हॉटस्पॉट", "मामले", "खाता", "और"], Render<MainNavigation>().FindAll("nav > .nav-link .nav-text")
            .Select(link => link.TextContent));
    }

    [Fact]
    public void Navigation_Administrator_HasTheJobs()
    {
        SignIn("Admin");

        Assert.Contains("Jobs", Render<MainNavigation>().FindAll(".nav-text").Select(link => link.TextContent));
    }

    [Fact]
    public void Navigation_PageWithScope_CarriesItToTheOthers()
    {
        SignIn("Officer");
        var pages = Services.GetRequiredService<NavigationManager>();
        pages.NavigateTo("/map?in=IN-TN&layer=density&from=2024-01");
        var navigation = Render<MainNavigation>();

        Assert.Equal("/?in=IN-TN&from=2024-01", navigation.FindAll(".nav-link")[0].GetAttribute("href"));
        Assert.Equal("Map", navigation.Find("[aria-current=page] .nav-text").TextContent);

        pages.NavigateTo("/?head=theft");

        navigation.WaitForAssertion(() => Assert.Equal("/map?head=theft", navigation.FindAll(".nav-link")[1].GetAttribute("href")));
        Assert.Equal("Overview", navigation.Find("[aria-current=page] .nav-text").TextContent);
    }

    /// <summary>Six entries do not fit a phone's width.</summary>
    [Fact]
    public void Navigation_Administrator_FindsTheRestUnderMore()
    {
        SignIn("Admin");
        var navigation = Render<MainNavigation>();

        Assert.Equal(["/cases", "/jobs", "/account"], navigation.FindAll(".nav-sheet .nav-link").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/cases", "/jobs", "/account"], navigation.FindAll(".nav-wide").Select(link => link.GetAttribute("href")));
        Assert.Equal(navigation.Find(".nav-sheet").Id, navigation.Find(".nav-more").GetAttribute("popovertarget"));
    }

    [Fact]
    public void Navigation_NobodySignedIn_IsEmpty()
    {
        AddAuthorization().SetNotAuthorized();

        Assert.Empty(Render<MainNavigation>().FindAll(".nav-link"));
    }

    [Fact]
    public async Task DemoBanner_DataBecomesSynthetic_Appears()
    {
        var banner = Render<DemoBanner>();
        Assert.Empty(banner.FindAll("aside"));

        Status.Data = Status.Data with { IsSynthetic = true };
        await Services.GetRequiredService<SiteStatusMonitor>().RefreshAsync(TestContext.Current.CancellationToken);

        banner.WaitForAssertion(() => Assert.Contains("Synthetic data", banner.Find("aside").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task DemoBanner_ToldFromAnotherLanguage_KeepsTheReaders()
    {
        UseCulture("ta-IN");
        var banner = Render<DemoBanner>();
        UseCulture("en-IN");

        Status.Data = Status.Data with { IsSynthetic = true };
        await Services.GetRequiredService<SiteStatusMonitor>().RefreshAsync(TestContext.Current.CancellationToken);

        banner.WaitForAssertion(() => Assert.Contains("செயற்கைத் தரவு", banner.Find("aside").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task LoadStrip_HalfDone_ShowsProgressAndTimeLeft()
    {
        UseCulture("ta-IN");
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Status.Tasks.Add(new TaskProgress(Guid.NewGuid(), "demo", TaskState.Running, 300_000, 1_200_000, start, start.AddSeconds(20)));
        await Services.GetRequiredService<SiteStatusMonitor>().RefreshAsync(TestContext.Current.CancellationToken);

        var strip = Render<LoadStrip>();

        Assert.Contains("12,00,000 பதிவுகளில் 3,00,000", strip.Markup, StringComparison.Ordinal);
        Assert.Equal("0.25", strip.Find("progress").GetAttribute("value"));
        Assert.Equal("இன்னும் 1 நிமிடம்", strip.Find(".load-left").TextContent);
    }

    [Fact]
    public async Task LoadStrip_Failed_SaysWhatToDo()
    {
        var now = DateTimeOffset.UnixEpoch;
        Status.Tasks.Add(new TaskProgress(Guid.NewGuid(), "demo", TaskState.Failed, 5, 10, now, now));
        await Services.GetRequiredService<SiteStatusMonitor>().RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Restart the application", Render<LoadStrip>().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LanguageMenu_Choose_SavesAndReturnsToTheSameAddress()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/map?j=IN-TN");
        var shell = RenderInShell(builder =>
        {
            builder.OpenComponent<LanguageMenu>(0);
            builder.CloseComponent();
        });

        await shell.Find("button").ClickAsync();
        await shell.WaitForElement("[lang=ta]").ClickAsync();

        Assert.Equal("ta-IN", Assert.Single(Preferences.Saved).Culture);
        Assert.EndsWith("/language/ta-IN?returnUrl=%2Fmap%3Fj%3DIN-TN", navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LanguageMenu_CannotSave_StillChangesTheLanguage()
    {
        Preferences.Fails = true;
        var shell = RenderInShell(builder =>
        {
            builder.OpenComponent<LanguageMenu>(0);
            builder.CloseComponent();
        });

        await shell.Find("button").ClickAsync();
        await shell.WaitForElement("[lang=hi]").ClickAsync();

        Assert.Contains("/language/hi-IN", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisplayBridge_ThemeChosen_TellsTheBrowser()
    {
        var module = JSInterop.SetupModule("./Shared/Layout/DisplayBridge.razor.js");
        module.SetupVoid("mount", _ => true).SetVoidResult();
        module.SetupVoid("update", "dark", true, 115).SetVoidResult();
        var bridge = Render<DisplayBridge>();

        await bridge.InvokeAsync(() => Services.GetRequiredService<DisplayState>().Set(new DisplayChoice(DisplayTheme.Dark, false, 115)));

        module.VerifyInvoke("update");
    }

    private void SignIn(string role)
    {
        var authorization = AddAuthorization();
        authorization.SetAuthorized("asha");
        authorization.SetRoles(role);
    }

    private static RenderFragment FailingPage() => _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"page"));
}
