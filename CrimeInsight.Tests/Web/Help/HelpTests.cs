using System.Reflection;
using Bunit;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Resources;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.AuditTrail;
using CrimeInsight.Web.Features.Help;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Help;

public sealed class HelpTests : WebContext
{
    public HelpTests()
    {
        SiteServer.AddFeatures(Services);
        JSInterop.SetupModule("./Shared/Layout/HelpPanel.razor.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Shared/Layout/PageTools.razor.js").Mode = JSRuntimeMode.Loose;
    }

    private static IReadOnlyList<HelpEntry> Entries
    {
        get
        {
            var services = new ServiceCollection();
            SiteServer.AddFeatures(services);
            return [.. services.Where(service => service.ServiceType == typeof(HelpEntry)).Select(service => (HelpEntry)service.ImplementationInstance!)];
        }
    }

    // Whoever adds a page registers its help beside it: AddHelp, and four texts in every language.
    [Fact]
    public void EveryPageOfTheShell_HasHelpInEveryLanguage()
    {
        var entries = Entries;
        var routes = typeof(SiteServer).Assembly.GetTypes()
            .Where(page => page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null)
            .SelectMany(page => page.GetCustomAttributes<RouteAttribute>(inherit: false)).Select(route => route.Template).ToList();
        Assert.True(routes.Count > 20);

        Assert.DoesNotContain(routes, route => entries.All(entry => entry.Url != route));
        Assert.Empty(
            from entry in entries
            from part in entry.Parts
            from language in ResourceFile.Languages
            where !ResourceFile.Of("HelpText", language).Texts.ContainsKey(part.Key)
            select $"{part.Key} in {language}");
        Assert.All(entries.Where(entry => entry.Method is not null), entry => Assert.Contains(entry.Method!, MethodPages.Names));
    }

    [Fact]
    public void EveryAuditedAction_HasWords()
    {
        var actions = typeof(AuditActions).GetFields().Select(field => (string)field.GetValue(null)!).ToList();
        Assert.True(actions.Count > 40);

        Assert.DoesNotContain(actions, action => ActionWords.KeyOf(action) is not { } key
            || ResourceFile.Languages.Any(language => !ResourceFile.Of("TrailText", language).Texts.ContainsKey(key)));
        Assert.Null(ActionWords.KeyOf("no.action"));
    }

    [Theory]
    [InlineData("/cases/{Id:long}", "/cases/17", true)]
    [InlineData("/cases/{Id:long}", "/cases", false)]
    [InlineData("/", "/", true)]
    [InlineData("/", "/map", false)]
    [InlineData("/map", "/Map/", true)]
    public void IsAt_Path_IsJudgedByItsParts(string pattern, string path, bool expected) => Assert.Equal(expected, new HelpEntry(pattern, "X").IsAt(path));

    [Fact]
    public void Panel_OtherPage_TellsOfThatPageInTheReadersLanguage()
    {
        UseCulture("hi-IN");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/quality?in=IN");
        var panel = Render<HelpPanel>();
        var texts = ResourceFile.Of("HelpText", "hi").Texts;
        Assert.Contains(texts["QualityShows"], panel.Markup, StringComparison.Ordinal);
        Assert.Equal("/help/quality", panel.Find(".help-method").GetAttribute("href"));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/settings");

        panel.WaitForAssertion(() => Assert.Contains(texts["SettingsLimits"], panel.Markup, StringComparison.Ordinal));
        Assert.Empty(panel.FindAll(".help-method"));
    }

    [Fact]
    public void MethodPage_File_IsShownWithItsLinksWithinTheSite()
    {
        var page = Render<MethodPage>(parameters => parameters.Add(method => method.Name, "quality"));
        Assert.Equal("Quality of the records", page.Find(".method h2").TextContent);
        var links = MethodPages.Names.Select(name => new MethodPages().Find(name)!.Value.Value);
        Assert.All(links, html => Assert.DoesNotContain(".md\"", html, StringComparison.Ordinal));
        Assert.Empty(Render<MethodPage>(parameters => parameters.Add(method => method.Name, "../secret")).FindAll(".method"));
    }
}
