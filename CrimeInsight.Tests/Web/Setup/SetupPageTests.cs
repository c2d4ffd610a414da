using Bunit;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Setup;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Setup;

public sealed class SetupPageTests : WebContext, ISetupReader
{
    private SetupFacts _facts = new(false, true, 0, 0, false);

    public SetupPageTests()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton<ISetupReader>(this);
        Services.AddSingleton<IOfficialFigures>(new FakeOfficialFigures());
        JSInterop.SetupModule("./Shared/Layout/PageTools.razor.js").Mode = JSRuntimeMode.Loose;
        Viewers.Viewer = new Viewer(Guid.NewGuid(), "admin", PersonRole.Admin, [1]);
    }

    public Task<SetupFacts> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(_facts);

    [Fact]
    public void Page_DemoRunning_TellsHowAnAdministratorIsMadeAndWhereTheRestIsDone()
    {
        var page = Render<SetupPage>();

        Assert.Equal(
            ["/setup/administrator", "/places", "/boundaries", "/settings", "/validation", "/people", "/data-room"],
            page.FindAll(".setup-step a").Select(link => link.GetAttribute("href")));
        Assert.Empty(page.FindAll(".setup-step[data-done=yes]"));
    }

    [Fact]
    public void Page_OwnData_IsDoneAndPutAway()
    {
        _facts = new SetupFacts(true, false, 12, 0, true);
        var page = Render<SetupPage>();
        Assert.Equal(4, page.FindAll(".setup-step[data-done=yes]").Count);
        Assert.True(Settings.Current.OffersGuide);

        page.Find(".setup-end button").Click();

        Assert.False(Settings.Current.OffersGuide);
    }
}
