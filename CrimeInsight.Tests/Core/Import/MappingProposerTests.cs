using System.Text;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Import.Understanding;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>What lies outside of a file's columns, and which of its rows are no cases, is proposed and never done by itself.</summary>
public sealed class MappingProposerTests
{
    private static readonly JurisdictionTree s_places = new(
    [
        Place(1, null, JurisdictionLevel.Country, "IN", "India", "भारत", 0, 10),
        Place(2, 1, JurisdictionLevel.State, "IN-TN", "Tamil Nadu", "तमिलनाडु", 1, 3),
        Place(3, 2, JurisdictionLevel.District, "IN-TN-568", "Chennai", "चेन्नई", 2, 3),
        Place(4, 1, JurisdictionLevel.State, "IN-KL", "Kerala", "केरल", 3, 4),
    ]);

    [Theory]
    [InlineData("Crime in Tamil Nadu 2024\n", null, "state=Tamil Nadu")]
    [InlineData("", "cases_tamil-nadu_2024", "state=Tamil Nadu")]
    [InlineData("", "Chennai March", "state=Tamil Nadu,district=Chennai")]
    [InlineData("तमिलनाडु के मामले\n", null, "state=Tamil Nadu")]
    [InlineData("Tamil Nadu and Kerala\n", null, "")]
    [InlineData("", "keralacases", "")]
    [InlineData("", "export", "")]
    public void Propose_PlaceNamedOutsideTheColumns_IsAsked(string title, string? fileName, string expected)
    {
        var (file, mapping) = Read(title + "FIR No,Date,Crime Head\n" + Rows(30, number => $"{number},05-03-2024,Burglary"));

        var proposals = MappingProposer.Propose(file, mapping, s_places, fileName) ?? [];

        Assert.Equal(expected, string.Join(',', proposals.Select(one => $"{one.Column}={one.Value}")));
        Assert.DoesNotContain("state", mapping.Columns.Keys);
    }

    [Fact]
    public void Propose_FileWithItsOwnStates_AsksForNoConstantAndForTheOneOfNearlyAll()
    {
        var (file, mapping) = Read("FIR No,Date,State,Crime Head\n"
            + Rows(40, number => $"{number},05-03-2024,{(number > 38 ? "Kerala" : "Tamil Nadu")},Burglary"));

        var one = Assert.Single(MappingProposer.Propose(file, mapping, s_places, "Kerala 2024")!);

        Assert.Equal((ProposalKind.Only, "State", "Tamil Nadu", 38L), (one.Kind, one.Column, one.Value, one.Rows));
    }

    [Theory]
    [InlineData("Cancelled")]
    [InlineData("रद्द")]
    [InlineData("Grand Total")]
    public void Propose_RowsThatAreNoCases_AreAskedWithTheirNumber(string value)
    {
        var (file, mapping) = Read("FIR No,Date,State,Crime Head,Remarks\n"
            + Rows(40, number => $"{number},05-03-2024,Kerala,Burglary,{(number % 10 == 0 ? value : "ok")}"));

        var one = Assert.Single(MappingProposer.Propose(file, mapping, s_places)!);
        Assert.Equal((ProposalKind.LeaveOut, "Remarks", value, 4L), (one.Kind, one.Column, one.Value, one.Rows));
        Assert.Null(mapping.Where);

        var with = one.In(mapping);
        Assert.True(one.IsIn(with));
        Assert.Equal([value], Assert.Single(with.Where!).NotIn!);
        Assert.Null(one.NotIn(with).Where);
        Assert.Equal(with.ToJson(), ImportMapping.Parse(with.ToJson()).ToJson());
    }

    [Fact]
    public void Of_JoinedColumnsPatternsValuesAndDates_AreWhatTheImportReads()
    {
        var sketch = Sketch(
            ["No", "Year", "Date", "Head", "Hour", "Sex"],
            ["12", "2024", "03/25/2024 14:05", "MV theft", "between 22:00 and 02:00", "unknown"]);

        (string, string?)[] One(ColumnMapping column, string field = "head_code") => [.. MappingSamples.Of(sketch, column, field)];

        Assert.Equal([("12 · 2024", "12/2024")], One(new ColumnMapping { From = ["No", "Year"], Separator = "/" }));
        Assert.Equal([("MV theft", "theft")], One(new ColumnMapping { From = ["Head"], Pattern = @"\w+ (\w+)" }));
        Dictionary<string, string> values = new() { ["mv theft"] = "auto-theft" };
        Assert.Equal([("MV theft", "auto-theft")], One(new ColumnMapping { From = ["head"], Values = values }));
        Assert.Equal([("03/25/2024 14:05", "2024-03-25T14:05")], One(new ColumnMapping { From = ["Date"], Formats = ["MM/dd/yyyy HH:mm"] }, "occurred_from"));
        Assert.Equal([("MV theft", null)], One(new ColumnMapping { From = ["Head"] }, "occurred_from"));
        Assert.Equal([("between 22:00 and 02:00", "22:00–02:00")], One(new ColumnMapping { From = ["Hour"] }, "occurred_time"));
        Assert.Equal([("unknown", "unknown")], One(new ColumnMapping { From = ["Sex"] }, "victim_gender"));
        Assert.Equal([("unknown", null)], One(new ColumnMapping { From = ["Sex"] }, "modus_operandi"));
        Assert.Empty(One(new ColumnMapping { From = ["Head"], Pattern = "(" }));
        Assert.Empty(One(new ColumnMapping { Constant = "x" }));
    }

    private static FileSketch Sketch(string[] names, string[] cells)
    {
        var (file, mapping) = Read("FIR No,Date,Crime Head\n1,05-03-2024,Burglary\n");
        return new FileSketch([.. names.Select(name => new SketchColumn(name, false, 1, []))], 1, [new SketchRow(2, [.. cells])], [], "", file, mapping);
    }

    private static string Rows(int count, Func<int, string> row) => string.Join('\n', Enumerable.Range(1, count).Select(row)) + "\n";

    private static (FileUnderstanding, ImportMapping) Read(string text)
    {
        var file = FileUnderstander.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return (file, MappingSuggester.Suggest(file, "test"));
    }

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, string english, string hindi, int from, int until) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = english, ["hi"] = hindi }, null, null);
}
