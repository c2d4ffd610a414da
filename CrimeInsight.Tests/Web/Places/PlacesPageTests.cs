using Bunit;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.Places;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Places;

public sealed class PlacesPageTests : WebContext
{
    private readonly FakePlaceEdits _edits = new();

    public PlacesPageTests()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton<IPlaceEdits>(_edits);
        Services.AddSingleton<IReferenceDataReader>(new FakeReference());
        Services.AddSingleton<IPlaceAliases>(new FakePlaceAliases());
        Services.AddSingleton<IBoundaryReader>(new FakeBoundaries());
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<PlaceSearchCache>();
        JSInterop.SetupModule("./Shared/Layout/PageTools.razor.js").Mode = JSRuntimeMode.Loose;
        Viewers.Viewer = new Viewer(Guid.NewGuid(), "admin", PersonRole.Admin, [2]);
    }

    [Theory]
    [InlineData(null, "A1", "A2")]
    [InlineData("A1", "A1a", "A1b")]
    [InlineData("B", "A1", "A2")]
    public void Tree_PlaceOfTheAddress_ShowsWhatLiesBelow_AndNothingOfOthers(string? place, params string[] below)
    {
        var page = Show(AppUrls.PlacesAt(null, place));
        Assert.Equal(below, page.FindAll(".tree strong").Select(name => name.TextContent));
        Assert.Contains("1,23,456", page.Find(".place-residents").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_PreviewFirst_ThenTheVeryRequest()
    {
        var page = Show(AppUrls.PlacesAt(null, "A1"));
        page.FindAll(".place-acts button")[2].Click();
        page.WaitForElement(".edit").QuerySelectorAll(".choice-field input")[1].Change("New town");
        page.Find(".edit-stations input").Change(true);
        page.FindAll(".edit .choice-field input")[^1].Change("G.O. 7");
        page.Find(".mud-dialog-actions .mud-button-filled").Click();
        Assert.Contains("12 cases", page.WaitForElement(".edit-preview").TextContent, StringComparison.Ordinal);
        Assert.Contains("Asha", page.Find(".edit-preview").TextContent, StringComparison.Ordinal);
        Assert.Empty(_edits.Asked);
        page.Find(".mud-dialog-actions .mud-button-filled").Click();
        var asked = Assert.Single(_edits.Asked);
        Assert.Equal((PlaceEditKind.Split, 3, "A1-free", "New town", 4, "G.O. 7"),
            (asked.Kind, asked.PlaceId, asked.Code == "A-N01" ? "A1-free" : asked.Code, asked.Names!["en"], Assert.Single(asked.StationIds), asked.Reason));
    }

    [Fact]
    public void Refusal_OfThePreview_IsSaidInTheDialog()
    {
        _edits.Refusal = PlaceRefusal.Busy;
        var page = Show(AppUrls.PlacesAt(null, "A1"));
        page.FindAll(".place-acts button")[1].Click();
        page.WaitForElement(".edit").QuerySelectorAll(".choice-field input")[^1].Change("G.O. 7");
        page.Find(".mud-dialog-actions .mud-button-filled").Click();
        Assert.Contains("import", page.Find(".edit-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void History_EditThatHolds_IsUndoneAfterAsking()
    {
        _edits.Edits.Add(new PlaceEdit(5, PlaceEditKind.Move, 4, 6, new DateOnly(2024, 4, 1), "G.O. 1", 3, [], "admin", default, null, null));
        _edits.Edits.Add(
            new PlaceEdit(4, PlaceEditKind.Add, 99, 2, new DateOnly(2024, 4, 1), "G.O. 2", 0, [], "admin", default, DateTimeOffset.UtcNow, "admin"));
        var page = Show(AppUrls.PlacesAt(nameof(PlacesView.History), null));
        Assert.Contains("Moved: A1a to A2", page.Find(".edits").TextContent, StringComparison.Ordinal);
        page.Find(".edits button").Click();
        page.WaitForElement(".mud-dialog-actions");
        page.FindAll(".mud-dialog-actions button")[^1].Click();
        Assert.Equal([5], _edits.Undone);
    }

    [Fact]
    public void Aliases_AreListedWithWhoToldThem_AndRemoved()
    {
        var page = Show(AppUrls.PlacesAt(nameof(PlacesView.Aliases), null));
        Assert.Contains("Old Town PS", page.Find(".aliases").TextContent, StringComparison.Ordinal);
        Assert.Contains("Meena", page.Find(".aliases").TextContent, StringComparison.Ordinal);
        page.Find(".aliases button").Click();
        Assert.Empty(page.FindAll(".aliases li"));
    }

    [Fact]
    public void Page_IsForAdministrators() =>
        Assert.Equal("admin", typeof(PlacesPage).GetCustomAttributes(typeof(AuthorizeAttribute), false).Cast<AuthorizeAttribute>().Single().Policy);

    private IRenderedComponent<IComponent> Show(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return RenderInShell(builder =>
        {
            builder.OpenComponent<PlacesPage>(0);
            builder.CloseComponent();
        });
    }
}
