using Bunit;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Tests.Web.DataRoom;

/// <summary>Mapping the columns of an upload, as a person does it.</summary>
public sealed class MapStepTests : DataRoomContext
{
    [Fact]
    public void Map_PartChosenBefore_IsChecked()
    {
        var choice = new DataFileChoice("book.xlsx", "March");
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch, request: new StepRequest(Choice: choice));
        Show("map").Find(".map-foot button").Click();
        Assert.Equal(choice, Room.Steps.Single(step => step.Kind == StepKind.Check).Request.Choice);
    }

    [Fact]
    public void Map_NamesAsCanonical_AreSuggestedAndCheckingKeepsThem()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        Assert.Equal("column:Occurred From", Choice(page, "When it happened"));
        Assert.Equal("column:District", Choice(page, "District"));
        Assert.DoesNotContain("Victim Name", page.Find(".map-rows").TextContent, StringComparison.Ordinal);
        Assert.Contains("Everything that is needed is there", page.Find(".map-foot").TextContent, StringComparison.Ordinal);
        page.Find(".map-foot button").Click();
        Assert.Equal([StepKind.Check], Room.Queued);
        Assert.Contains("Occurred From", Room.Steps.Single(step => step.Kind == StepKind.Check).Request.MappingJson!, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_Suggested_SaysHowSureAndWhyInTheReadersLanguage()
    {
        UseCulture("hi-IN");
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var why = Show("map").FindAll(".map-why").Select(line => line.TextContent).ToList();
        Assert.Equal("निश्चित (95%) नाम “Occurred From” है; दिन पहले, जैसा 2 तारीखें दिखाती हैं", why[0]);
    }

    [Fact]
    public void Map_ValueToBeTold_IsKeptAsWhatItMeansAndNotAsAQuestion()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        Assert.Contains("chain pulling", page.Find(".question-value").TextContent, StringComparison.Ordinal);
        Assert.Contains("40 rows", page.Find(".question-value").TextContent, StringComparison.Ordinal);
        page.Find(".question input").Change("chain-snatching");
        Assert.Contains("\"chain pulling\": \"chain-snatching\"", Room.Upload.MappingJson, StringComparison.Ordinal);
        Assert.DoesNotContain("questions", Room.Upload.MappingJson, StringComparison.Ordinal);
        Assert.Equal("chain-snatching", page.Find(".question input").GetAttribute("value"));
        // Read from elsewhere, the column has other values.
        Select(page, "Offence or sections").Change("column:District");
        Assert.Empty(page.FindAll(".question"));
    }

    [Fact]
    public void Map_NeededColumnTakenAway_SaysWhatIsMissingAndDoesNotGoOn()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        Room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report());
        var page = Show("map");
        Select(page, "District").Change("");
        Assert.Contains("Still needed: a place", page.Find(".map-foot [role=status]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".map-foot button").HasAttribute("disabled"));
        // What was found by reading the file otherwise no longer holds.
        Assert.DoesNotContain(Room.Steps, step => step.Kind == StepKind.Check);
    }

    [Fact]
    public void Map_SameForAllRows_AsksForTheValue()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        Select(page, "State").Change("constant");
        var value = page.FindAll(".map-source .choice-field").Single(label => label.TextContent.Trim() == "Value for all rows");
        value.QuerySelector("input")!.Change("Tamil Nadu");
        Assert.Contains("\"constant\": \"Tamil Nadu\"", Room.Upload.MappingJson, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_HeaderSeenBefore_IsRecognised()
    {
        var json = new MappingDraft(DataRoomSamples.Sketch.Suggestion).ToJson();
        Room.Mappings.Add(new SavedMapping(Guid.NewGuid(), "city-export", 3, DataRoomSamples.Sketch.Fingerprint, json, "asha", FakeDataRoom.Now));
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        Assert.Contains("Recognised: city-export, version 3, saved by asha", page.Find(".map-known").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_SavedUnderAName_IsAVersionOfIt()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        page.Find(".map-save input").Change("city-export");
        page.Find(".map-save button").Click();
        var saved = Assert.Single(Room.Mappings);
        Assert.Equal(("city-export", 1, DataRoomSamples.Sketch.Fingerprint), (saved.Name, saved.Version, saved.Fingerprint));
    }

    [Fact]
    public void Map_TextThatIsNoMapping_IsRefusedWithWords()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show("map");
        page.Find("textarea").Change("{ not json");
        Assert.NotEmpty(page.Find(".map-problem[role=alert]").TextContent);
        Assert.Null(Room.Upload.MappingJson);
    }

    private static string Choice(IRenderedComponent<IComponent> page, string field) => Select(page, field).GetAttribute("value")!;

    private static AngleSharp.Dom.IElement Select(IRenderedComponent<IComponent> page, string field) =>
        page.Find($".map-source select[aria-label='Column of the file for {field}']");
}
