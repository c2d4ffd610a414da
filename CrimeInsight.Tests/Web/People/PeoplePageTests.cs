using Bunit;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.People;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.People;

public sealed class PeoplePageTests : WebContext
{
    private readonly FakePeople _people = new();

    public PeoplePageTests()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton<IPeople>(_people);
        Services.AddSingleton<IReferenceDataReader>(new FakeReference());
        Services.AddSingleton<PlaceSearchCache>();
        JSInterop.SetupModule("./Shared/Layout/PageTools.razor.js").Mode = JSRuntimeMode.Loose;
        Viewers.Viewer = new Viewer(Guid.NewGuid(), "admin", PersonRole.Admin, [1]);
    }

    [Fact]
    public void List_People_ShowsWhoTheyAreAndWhatTheyMaySee()
    {
        _people.People.Add(FakePeople.New("Asha", PersonRole.Supervisor, PersonState.Active, 3, 7));
        _people.People.Add(FakePeople.New("Bala", state: PersonState.Disabled));
        var page = Show();
        var first = page.FindAll(".person")[0].TextContent;
        Assert.Contains("District supervisor", first, StringComparison.Ordinal);
        Assert.Contains("A1, A · B", first, StringComparison.Ordinal);
        Assert.Contains("Never", first, StringComparison.Ordinal);
        Assert.Contains("Disabled", page.FindAll(".person")[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asha", 1)]
    [InlineData("a1 ash", 1)]
    [InlineData("A", 2)]
    [InlineData("nobody", 0)]
    public void Search_Words_FindsNamesAndPlaces(string typed, int found)
    {
        _people.People.Add(FakePeople.New("Asha", PersonRole.Supervisor, PersonState.Active, 3));
        _people.People.Add(FakePeople.New("Bala"));
        var page = Show();
        page.Find("input[type=search]").Input(typed);
        Assert.Equal(found, page.FindAll(".person").Count);
    }

    [Fact]
    public void Self_IsOfferedNoChange()
    {
        _people.People.Add(FakePeople.New("Admin") with { Id = Viewers.Viewer!.PersonId });
        Assert.Empty(Show().FindAll(".person-menu"));
    }

    [Fact]
    public void Invite_WithoutAPlace_SaysWhatIsMissingAndAsksNothing()
    {
        _people.People.Add(FakePeople.New("Asha"));
        var page = Show();
        page.Find(".page-header-actions .mud-button-filled").Click();
        page.WaitForElement(".person-form").QuerySelectorAll("input")[0].Change("Chitra");
        page.FindAll(".person-form input")[1].Change("chitra");
        page.Find(".mud-dialog-actions .mud-button-filled").Click();
        Assert.Contains("at least one place", page.Find(".person-form-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(_people.Asked);
    }

    [Fact]
    public void List_CannotBeRead_OffersToTryAgain()
    {
        _people.Failure = new InvalidOperationException("no connection");
        Assert.NotEmpty(Show().FindAll(".panel-message button"));
    }

    [Fact]
    public void Page_IsForAdministrators() =>
        Assert.Equal("admin", typeof(PeoplePage).GetCustomAttributes(typeof(AuthorizeAttribute), false).Cast<AuthorizeAttribute>().Single().Policy);

    private IRenderedComponent<IComponent> Show() => RenderInShell(builder =>
    {
        builder.OpenComponent<PeoplePage>(0);
        builder.CloseComponent();
    });
}
