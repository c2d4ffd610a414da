using Bunit;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.DataRoom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.DataRoom;

/// <summary>The steps of an upload, as a person sees them.</summary>
public sealed class UploadPageTests : WebContext
{
    private readonly FakeDataRoom _room = new();

    public UploadPageTests()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton(UploadRules.Usual);
        Services.AddSingleton<IUploadStore>(_room);
        Services.AddSingleton<IStepStore>(_room);
        Services.AddSingleton<IUploadFiles>(_room);
        Services.AddSingleton<IMappingStore>(_room);
        Services.AddSingleton<IStepQueue>(_room);
        JSInterop.SetupModule("./Shared/Uploads/FileUpload.razor.js").Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Page_FileJustCame_IsReadAtOnceAndMayBeLeft()
    {
        var page = Show();
        Assert.Equal([StepKind.Understand], _room.Queued);
        Assert.Contains("Waiting for its turn", page.Find(".progress-text").TextContent, StringComparison.Ordinal);
        Assert.Contains("You may leave this page", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Understand_Running_SaysHowFarItIsAndCanBeCancelled()
    {
        _room.Put(StepKind.Understand, StepState.Running);
        var page = Show();
        Assert.Equal("0.25", page.Find("progress").GetAttribute("value"));
        Assert.Contains("12,345 rows", page.Find(".progress-text").TextContent, StringComparison.Ordinal);
        Assert.Equal("Reading the rows 20%", page.Find("[role=status].visually-hidden").TextContent);
        page.Find(".progress-foot button").Click();
        Assert.Contains("Cancelled. Nothing was changed.", page.Find(".outcome").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Understand_Done_SaysWhatTheFileIsAndHidesPersonalData()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show();
        Assert.Contains("12,34,567", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("semicolon", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("Victim Name", page.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".preview tbody th").Count);
        Assert.Contains("▮▮▮", page.Find(".preview").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-IN", "There are two columns")]
    [InlineData("hi-IN", "फाइल इस रूप में काम की नहीं")]
    public void Understand_FileCannotBeUsed_SaysWhyInTheReadersLanguage(string culture, string expected)
    {
        UseCulture(culture);
        _room.Put(StepKind.Understand, StepState.Failed, problem: new StepProblem(FileProblem.HeaderOnly, []));
        var page = Show();
        var words = page.Find(".outcome[role=alert]").TextContent;
        if (culture == "en-IN")
            Assert.NotEmpty(words);
        else
            Assert.Contains(expected, words, StringComparison.Ordinal);
        Assert.Contains("/data-room", page.Find(".actions a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Understand_ServerRestarted_SaysSoAndBeginsAgain()
    {
        _room.Put(StepKind.Understand, StepState.Interrupted);
        var page = Show();
        Assert.Contains("The server was restarted", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        page.Find(".outcome-actions button").Click();
        Assert.Equal([StepKind.Understand], _room.Queued);
    }

    [Fact]
    public void Map_NamesAsCanonical_AreSuggestedAndCheckingKeepsThem()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        Assert.Equal("column:Occurred From", Choice(page, "When it happened"));
        Assert.Equal("column:District", Choice(page, "District"));
        Assert.DoesNotContain("Victim Name", page.Find(".map-rows").TextContent, StringComparison.Ordinal);
        Assert.Contains("Everything that is needed is there", page.Find(".map-foot").TextContent, StringComparison.Ordinal);
        page.Find(".map-foot button").Click();
        Assert.Equal([StepKind.Check], _room.Queued);
        Assert.Contains("Occurred From", _room.Steps.Single(step => step.Kind == StepKind.Check).Request.MappingJson!, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_NeededColumnTakenAway_SaysWhatIsMissingAndDoesNotGoOn()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        _room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report());
        var page = Show("map");
        Select(page, "District").Change("");
        Assert.Contains("Still needed: a place", page.Find(".map-foot [role=status]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".map-foot button").HasAttribute("disabled"));
        // What was found by reading the file otherwise no longer holds.
        Assert.DoesNotContain(_room.Steps, step => step.Kind == StepKind.Check);
    }

    [Fact]
    public void Map_SameForAllRows_AsksForTheValue()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        Select(page, "State").Change("constant");
        var value = page.FindAll(".map-source .choice-field").Single(label => label.TextContent.Trim() == "Value for all rows");
        value.QuerySelector("input")!.Change("Tamil Nadu");
        Assert.Contains("\"constant\": \"Tamil Nadu\"", _room.Upload.MappingJson, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_HeaderSeenBefore_IsRecognised()
    {
        var json = MappingDraft.Of(DataRoomSamples.Sketch).ToJson();
        _room.Mappings.Add(new SavedMapping(Guid.NewGuid(), "city-export", 3, DataRoomSamples.Sketch.Fingerprint, json, "asha", FakeDataRoom.Now));
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        Assert.Contains("Recognised: city-export, version 3, saved by asha", page.Find(".map-known").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_SavedUnderAName_IsAVersionOfIt()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        page.Find(".map-save input").Change("city-export");
        page.Find(".map-save button").Click();
        var saved = Assert.Single(_room.Mappings);
        Assert.Equal(("city-export", 1, DataRoomSamples.Sketch.Fingerprint), (saved.Name, saved.Version, saved.Fingerprint));
    }

    [Fact]
    public void Map_TextThatIsNoMapping_IsRefusedWithWords()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        page.Find("textarea").Change("{ not json");
        Assert.NotEmpty(page.Find(".map-problem[role=alert]").TextContent);
        Assert.Null(_room.Upload.MappingJson);
    }

    [Fact]
    public void Check_Done_ShowsCountsThatAddUpWithReasonsAndTheirFile()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        _room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report(accepted: 950, rejected: 50));
        var page = Show("check");
        Assert.Equal(["950", "0", "0", "0", "50"], page.FindAll(".count dd:not(.count-hint)").Select(count => count.TextContent));
        Assert.Contains("Together 1,000 rows", page.Markup, StringComparison.Ordinal);
        Assert.Contains("burglarry", page.Markup, StringComparison.Ordinal);
        Assert.EndsWith("/rejects.csv", page.Find(".list-link").GetAttribute("href"), StringComparison.Ordinal);
        // Exactly 5 % is not more.
        Assert.Empty(page.FindAll(".check-stop"));
    }

    [Fact]
    public void Decide_MoreThanAFewRejected_IsConfirmedInWords()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        _room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report(accepted: 949, rejected: 51));
        var page = Show("decide");
        Assert.True(page.Find(".decide-actions button:last-child").HasAttribute("disabled"));
        page.Find(".decide-note[data-kind=stop] input").Input("Without them");
        page.Find(".decide-actions button:last-child").Click();
        Assert.Equal([StepKind.Import], _room.Queued);
    }

    [Fact]
    public void Decide_DatabaseHoldsDemo_ImportsOnlyWhenItIsEnded()
    {
        Status.Data = Status.Data with { IsSynthetic = true };
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        _room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report() with { Warnings = [new WarningCount(ImportWarning.DemoEnds, "", 0)] });
        var page = Show("decide");
        Assert.Contains("This ends the demo, for good", page.Markup, StringComparison.Ordinal);
        Assert.True(page.Find(".decide-actions button:last-child").HasAttribute("disabled"));
        page.Find(".decide-check input").Change(true);
        page.Find(".decide-actions button:last-child").Click();
        Assert.True(_room.Steps.Single(step => step.Kind == StepKind.Import).Request.EndsDemo);
    }

    [Fact]
    public void Decide_NothingNew_CannotBeImported()
    {
        _room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        _room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report(accepted: 0) with { Rows = 10, Duplicates = 10 });
        var page = Show("decide");
        Assert.Contains("There is nothing to import", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".decide-actions button:last-child").HasAttribute("disabled"));
    }

    [Fact]
    public void Done_Imported_SaysWhatBecameOfTheRows()
    {
        _room.Upload = _room.Upload with { State = UploadState.Imported };
        _room.Put(StepKind.Import, StepState.Done, DataRoomSamples.Report() with { IsDryRun = false });
        var page = Show();
        Assert.Contains("every page counts them from now on", page.Find(".done-lead").TextContent, StringComparison.Ordinal);
        Assert.Equal("1,000", page.Find(".count[data-kind=accepted] dd").TextContent);
    }

    [Fact]
    public void Page_OtherPersonsOrUnknownUpload_SaysThatThereIsNone()
    {
        _room.HasUpload = false;
        var page = Show();
        Assert.Contains("This file is not there", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("a[href='/data-room']"));
    }

    [Fact]
    public void Room_FileOfWhichAPartIsThere_AsksToChooseItAgain()
    {
        _room.Upload = _room.Upload with { State = UploadState.Receiving, Received = 1 << 20 };
        var page = RenderInShell(builder =>
        {
            builder.OpenComponent<DataRoomPage>(0);
            builder.CloseComponent();
        });
        Assert.Contains("To go on, choose the same file again above", page.Find(".file-state").TextContent, StringComparison.Ordinal);
        Assert.Equal("1048576", page.Find(".file-bar").GetAttribute("value"));
    }

    [Fact]
    public void Room_CannotBeRead_OffersToTryAgain()
    {
        _room.Failure = new InvalidOperationException("no connection");
        var page = RenderInShell(builder =>
        {
            builder.OpenComponent<DataRoomPage>(0);
            builder.CloseComponent();
        });
        _room.Failure = null;
        page.Find("[role=alert] button").Click();
        Assert.Contains("cases.csv", page.Find(".file-name").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(DataRoomPage))]
    [InlineData(typeof(UploadPage))]
    public void Pages_Policy_IsForAdministrators(Type page) =>
        Assert.Equal("admin", page.GetCustomAttributes(typeof(AuthorizeAttribute), inherit: false).Cast<AuthorizeAttribute>().Single().Policy);

    private static string Choice(IRenderedComponent<IComponent> page, string field) => Select(page, field).GetAttribute("value")!;

    private static AngleSharp.Dom.IElement Select(IRenderedComponent<IComponent> page, string field) =>
        page.Find($".map-source select[aria-label='Column of the file for {field}']");

    private IRenderedComponent<IComponent> Show(string? step = null) => RenderInShell(builder =>
    {
        builder.OpenComponent<UploadPage>(0);
        builder.AddComponentParameter(1, nameof(UploadPage.Id), _room.Upload.Id);
        builder.AddComponentParameter(2, nameof(UploadPage.Step), step);
        builder.CloseComponent();
    });
}
