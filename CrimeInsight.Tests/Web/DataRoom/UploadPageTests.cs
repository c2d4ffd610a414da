using Bunit;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.DataRoom;
using Microsoft.AspNetCore.Authorization;

namespace CrimeInsight.Tests.Web.DataRoom;

/// <summary>The steps of an upload, as a person sees them.</summary>
public sealed class UploadPageTests : DataRoomContext
{
    [Fact]
    public void Page_FileJustCame_IsReadAtOnceAndMayBeLeft()
    {
        var page = Show();
        Assert.Equal([StepKind.Understand], Room.Queued);
        Assert.Contains("Waiting for its turn", page.Find(".progress-text").TextContent, StringComparison.Ordinal);
        Assert.Contains("You may leave this page", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Understand_Running_SaysHowFarItIsAndCanBeCancelled()
    {
        Room.Put(StepKind.Understand, StepState.Running);
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
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var page = Show();
        Assert.Contains("12,34,567", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("semicolon", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("Victim Name", page.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".preview tbody th").Count);
        Assert.Contains("▮▮▮", page.Find(".preview").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Understand_Done_SaysWhatStandsOutAndNothingPersonal()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        var found = string.Join(' ', Show().FindAll(".found, .found-columns").Select(list => list.TextContent));
        Assert.Contains("Above the header, passed over: Register of Chennai", found, StringComparison.Ordinal);
        Assert.Contains("Totals, notes and repeated headers among the rows: 1", found, StringComparison.Ordinal);
        Assert.Contains("day first, as 2 dates show", found, StringComparison.Ordinal);
        Assert.Contains("Row 5: 4 cells, 2 of them filled", found, StringComparison.Ordinal);
        Assert.DoesNotContain("A. B.", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FileProblem.ArchiveSeveral, "b.csv", null, "The archive holds several files")]
    [InlineData(FileProblem.SheetSeveral, "book.xlsx", "b.csv", "Several sheets of the workbook hold rows")]
    public void Understand_FileOfSeveralParts_AsksWhichAndReadsThatOne(FileProblem problem, string entry, string? sheet, string words)
    {
        var before = new StepRequest(Choice: sheet is null ? null : new DataFileChoice(entry));
        Room.Put(StepKind.Understand, StepState.Failed, problem: new StepProblem(problem, ["a.csv, b.csv"], ["a.csv", "b.csv"]), request: before);
        var page = Show();
        Assert.Contains(words, page.Find(".parts-lead").TextContent, StringComparison.Ordinal);
        page.FindAll(".parts button")[1].Click();
        Assert.Equal(new DataFileChoice(entry, sheet), Room.Steps.Single().Request.Choice);
    }

    [Theory]
    [InlineData(19, "lie outside India")]
    [InlineData(2, "a column is mapped wrongly")]
    public void Check_NothingUsable_SaysWhetherTheFileIsOfAnotherCountryAndGoesNoFurther(int outside, string words)
    {
        var report = DataRoomSamples.Report(accepted: 0, rejected: 20) with
        {
            Reasons = [new(RejectReason.HeadUnknown, 20), new(RejectReason.CoordinatesOutsideIndia, outside)],
        };
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        Room.Put(StepKind.Check, StepState.Done, report);
        var page = Show("check");
        Assert.Contains(words, page.Find(".check-stop").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll(".check-actions a"), link => link.GetAttribute("href")!.EndsWith("/decide", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-IN", "There are two columns")]
    [InlineData("hi-IN", "फाइल इस रूप में काम की नहीं")]
    public void Understand_FileCannotBeUsed_SaysWhyInTheReadersLanguage(string culture, string expected)
    {
        UseCulture(culture);
        Room.Put(StepKind.Understand, StepState.Failed, problem: new StepProblem(FileProblem.HeaderOnly, []));
        var page = Show();
        var words = page.Find(".outcome[role=alert]").TextContent;
        if (culture == "en-IN")
            Assert.NotEmpty(words);
        else
            Assert.Contains(expected, words, StringComparison.Ordinal);
        Assert.Contains("/data-room", page.Find(".actions a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Understand_PartWasChosen_SaysWhichAndLetsChooseAnother()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch, request: new StepRequest(Choice: new DataFileChoice("book.xlsx", "March")));
        var page = Show();
        Assert.Contains("book.xlsx › March", page.Find(".facts").TextContent, StringComparison.Ordinal);
        page.Find(".actions button").Click();
        Assert.Null(Room.Steps.Single().Request.Choice);
    }

    [Fact]
    public void Understand_ServerRestarted_SaysSoAndBeginsAgain()
    {
        Room.Put(StepKind.Understand, StepState.Interrupted);
        var page = Show();
        Assert.Contains("The server was restarted", page.Find(".outcome").TextContent, StringComparison.Ordinal);
        page.Find(".outcome-actions button").Click();
        Assert.Equal([StepKind.Understand], Room.Queued);
    }

    [Fact]
    public void Check_Done_ShowsCountsThatAddUpWithReasonsAndTheirFile()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        Room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report(accepted: 950, rejected: 50));
        Viewers.Viewer = Viewers.Viewer! with { Role = PersonRole.Admin };
        using (var lists = new ForesightLists(Room, Room.Upload.Id))
            lists.Add(new OutcomeRow(OutcomeKind.Rejected, 7, "head_code", "burglarry", nameof(RejectReason.HeadUnknown), "burglary"));
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
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        Room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report(accepted: 949, rejected: 51));
        var page = Show("decide");
        Assert.True(page.Find(".decide-actions button:last-child").HasAttribute("disabled"));
        page.FindAll(".decide-note[data-kind=stop] input")[0].Input("Without them");
        Assert.True(page.Find(".decide-actions button:last-child").HasAttribute("disabled"));
        page.FindAll(".decide-note[data-kind=stop] input")[1].Input(" The old station books have no heads ");
        page.Find(".decide-actions button:last-child").Click();
        Assert.Equal([StepKind.Import], Room.Queued);
        Assert.Equal("The old station books have no heads", Room.Steps.Single(step => step.Kind == StepKind.Import).Request.Override);
    }

    [Fact]
    public void Decide_DatabaseHoldsDemo_ImportsOnlyWhenItIsEnded()
    {
        Status.Data = Status.Data with { IsSynthetic = true };
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        Room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report() with { Warnings = [new WarningCount(ImportWarning.DemoEnds, "", 0)] });
        var page = Show("decide");
        Assert.Contains("This ends the demo, for good", page.Markup, StringComparison.Ordinal);
        Assert.True(page.Find(".decide-actions button:last-child").HasAttribute("disabled"));
        page.Find(".decide-check input").Change(true);
        page.Find(".decide-actions button:last-child").Click();
        Assert.True(Room.Steps.Single(step => step.Kind == StepKind.Import).Request.EndsDemo);
    }

    [Fact]
    public void Decide_NothingNew_CannotBeImported()
    {
        Room.Put(StepKind.Understand, StepState.Done, DataRoomSamples.Sketch);
        Room.Put(StepKind.Check, StepState.Done, DataRoomSamples.Report(accepted: 0) with { Rows = 10, Duplicates = 10 });
        var page = Show("decide");
        Assert.Contains("There is nothing to import", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find(".decide-actions button:last-child").HasAttribute("disabled"));
    }

    [Fact]
    public void Done_Imported_SaysWhatBecameOfTheRows()
    {
        Room.Upload = Room.Upload with { State = UploadState.Imported };
        Room.Put(StepKind.Import, StepState.Done, DataRoomSamples.Report() with { IsDryRun = false });
        var page = Show();
        Assert.DoesNotContain("nothing changes until you decide", page.Markup, StringComparison.Ordinal);
        Assert.Contains("every page counts them from now on", page.Find(".done-lead").TextContent, StringComparison.Ordinal);
        Assert.Equal("1,000", page.Find(".count[data-kind=accepted] dd").TextContent);
    }

    [Fact]
    public void Page_OtherPersonsOrUnknownUpload_SaysThatThereIsNone()
    {
        Room.HasUpload = false;
        var page = Show();
        Assert.Contains("This file is not there", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("a[href='/data-room']"));
    }

    [Fact]
    public void Room_FileOfWhichAPartIsThere_AsksToChooseItAgain()
    {
        Room.Upload = Room.Upload with { State = UploadState.Receiving, Received = 1 << 20 };
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
        Room.Failure = new InvalidOperationException("no connection");
        var page = RenderInShell(builder =>
        {
            builder.OpenComponent<DataRoomPage>(0);
            builder.CloseComponent();
        });
        Room.Failure = null;
        page.Find("[role=alert] button").Click();
        Assert.Contains("cases.csv", page.Find(".file-name").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(DataRoomPage))]
    [InlineData(typeof(UploadPage))]
    public void Pages_Policy_IsForAdministrators(Type page) =>
        Assert.Equal("admin", page.GetCustomAttributes(typeof(AuthorizeAttribute), inherit: false).Cast<AuthorizeAttribute>().Single().Policy);
}
