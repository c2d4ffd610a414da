using Bunit;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.Boundaries;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace CrimeInsight.Tests.Web.Boundaries;

public sealed class BoundariesPageTests : WebContext
{
    private readonly FakeBoundaryEditions _editions = new();

    public BoundariesPageTests()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton<IBoundaryEditions>(_editions);
        Services.AddSingleton<IBoundaryReader>(new BoundarySamples());
        Services.AddSingleton<IReferenceDataReader>(new FakeReference());
        Services.AddSingleton<IPlaceAliases>(new FakePlaceAliases());
        Services.AddSingleton<BoundaryAnalysis>();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<PlaceSearchCache>();
        JSInterop.SetupModule("./Shared/Layout/PageTools.razor.js").Mode = JSRuntimeMode.Loose;
        Viewers.Viewer = new Viewer(Guid.NewGuid(), "admin", PersonRole.Admin, [2]);
    }

    [Fact]
    public void Load_DoubtfulAreas_AreLookedAtBeforeAnythingIsKept()
    {
        var page = Show(AppUrls.BoundariesLoad);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(BoundarySamples.File, "districts.geojson"));
        page.WaitForElement(".review-counts");

        Assert.Equal(["3", "2", "1", "1", "0", "0", "0", "0"], page.FindAll(".review-counts dd").Select(count => count.TextContent));
        Assert.Equal(["A2, A", "Nowhereland, A", "A1, A"], page.FindAll(".review-areas tbody th").Select(name => name.TextContent.Trim()));
        Assert.StartsWith("M", page.Find(".picture path.due").GetAttribute("d"), StringComparison.Ordinal);
        Assert.True(page.Find(".load-store button").HasAttribute("disabled"));

        page.FindAll(".review-areas tbody button")[0].Click();
        var dialog = page.WaitForElement(".area");
        Assert.Contains("0%", dialog.QuerySelector(".area-doubt")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", dialog.QuerySelector("path.former")!.GetAttribute("d"));
        page.FindAll(".mud-dialog-actions button")[^1].Click();
        page.WaitForAssertion(() => Assert.False(page.Find(".load-store button").HasAttribute("disabled")));

        page.Find(".load-store button").Click();
        Assert.Contains("who published", page.WaitForElement(".load-error").TextContent, StringComparison.Ordinal);
        page.FindAll(".load-fields input")[1].Change("Survey of India, open licence");
        page.Find(".load-store button").Click();
        page.WaitForElement(".load-done");
        var load = Assert.Single(_editions.Loads);
        Assert.Equal((BoundaryLevel.District, "Survey of India, open licence", "districts.geojson"), (load.Level, load.Source, load.FileName));
        Assert.Contains("A2", load.Shapes.Select(shape => shape.Code));
    }

    [Fact]
    public void Load_AllDoubtful_LeftOutOrOnlyThoseShown()
    {
        var page = Show(AppUrls.BoundariesLoad);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(BoundarySamples.File, "districts.geojson"));
        page.WaitForElement(".review-only input").Change(true);
        Assert.Equal("A2, A", Assert.Single(page.FindAll(".review-areas tbody th")).TextContent.Trim());
        page.Find(".review-areas tbody button").Click();
        page.WaitForElement(".area");
        page.FindAll(".mud-dialog-actions button")[1].Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".review-areas tbody th")));
        Assert.Contains("Nothing is left", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no map at all", "GeoJSON")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "no areas")]
    public void Load_FileWithoutBoundaries_SaysWhatToDo(string content, string words)
    {
        var page = Show(AppUrls.BoundariesLoad);
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(content, "x.geojson"));
        Assert.Contains(words, page.WaitForElement(".load-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".review"));
    }

    [Fact]
    public void Editions_OneThatHolds_IsUndoneAfterAsking_AndARefusalIsSaid()
    {
        _editions.Editions.Add(new BoundaryEdition(
            Guid.NewGuid(), BoundaryLevel.District, "Survey of India", "d.zip", "00", new(2020, 1, 1), 772, "meena", DateTimeOffset.UnixEpoch, null, null));
        var page = Show(AppUrls.Boundaries);
        Assert.Contains("meena", page.Find(".editions").TextContent, StringComparison.Ordinal);
        _editions.Refusal = BoundaryRefusal.LaterEdition;
        Undo(page);
        page.WaitForAssertion(() => Assert.Contains(
            "Undo those first", Assert.Single(Services.GetRequiredService<ISnackbar>().ShownSnackbars).Message, StringComparison.Ordinal));
        _editions.Refusal = null;
        Undo(page);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".editions button")));
        Assert.Contains("Taken back", page.Find(".editions").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_IsForAdministrators() =>
        Assert.Equal("admin", typeof(BoundariesPage).GetCustomAttributes(typeof(AuthorizeAttribute), false).Cast<AuthorizeAttribute>().Single().Policy);

    private static void Undo(IRenderedComponent<IComponent> page)
    {
        page.Find(".editions button").Click();
        page.WaitForElement(".mud-dialog-actions");
        page.FindAll(".mud-dialog-actions button")[^1].Click();
    }

    private IRenderedComponent<IComponent> Show(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return RenderInShell(builder =>
        {
            builder.OpenComponent<BoundariesPage>(0);
            builder.CloseComponent();
        });
    }
}
