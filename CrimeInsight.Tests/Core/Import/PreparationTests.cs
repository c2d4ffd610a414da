using System.Text;
using System.Text.Json;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>The steps that prepare rows: what they change, what is counted, and what they leave alone when they are off.</summary>
public sealed class PreparationTests
{
    private const string Header = "source_reference,occurred_from,state,district,head_code,victim_gender,property_value,modus_operandi";

    private static readonly Viewer s_admin = new(Guid.Empty, "admin", PersonRole.Admin, [1]);

    private static readonly ReferenceData s_reference = new(
        new JurisdictionTree(
        [
            Place(1, null, JurisdictionLevel.Country, "IN", "India", 0, 100),
            Place(2, 1, JurisdictionLevel.State, "IN-TN", "Tamil Nadu", 1, 100),
            Place(3, 2, JurisdictionLevel.District, "IN-TN-569", "Coimbatore", 2, 50),
        ]),
        new CrimeHeadTree([Head(0, "all", CrimeHeadLevel.All, null), Head(1, "burglary", CrimeHeadLevel.Head, 0)]),
        1);

    [Theory]
    [InlineData("unknown")]
    [InlineData("Not Known")]
    [InlineData("अज्ञात")]
    [InlineData("ज्ञात नहीं")]
    [InlineData("தெரியவில்லை")]
    [InlineData("?")]
    [InlineData("n.a.")]
    [InlineData("-")]
    public void Cleansing_WordForNothing_IsEmptyAndCounted(string word)
    {
        var (rows, report) = Judge($"A/1,2024-03-05,Tamil Nadu,Coimbatore,burglary,,{word},{word}");
        Assert.Null(rows[0].Incident!.PropertyValueRupees);
        Assert.Null(rows[0].Incident!.ModusOperandi);
        Assert.Equal(1, StepOf(report, PreparationStep.Cleansing).Rows);
        Assert.Equal(1, report.Repaired);
    }

    [Fact]
    public void Cleansing_RemainsOfHtml_BecomeTheTextThatWasMeant()
    {
        var (rows, report) = Judge("A/1,2024-03-05,Tamil Nadu,Coimbatore,burglary,,,lock broken<br>by night &amp;amp; cash taken");
        Assert.Equal("lock broken by night & cash taken", rows[0].Incident!.ModusOperandi);
        // Words of a case are counted, and never repeated.
        Assert.Empty(StepOf(report, PreparationStep.Cleansing).Samples);
        Assert.Equal(1, StepOf(report, PreparationStep.Cleansing).Rows);
    }

    [Theory]
    [InlineData("a < b")]
    [InlineData("M&S shop")]
    [InlineData("R&D;")]
    [InlineData("knife <10 cm")]
    public void Markup_WordsThatAreNone_StayAsTheyAre(string text) => Assert.False(Markup.IsIn(text));

    [Fact]
    public void Names_Misspelt_AreCorrectedOrRefusedBySwitch()
    {
        const string row = "A/1,2024-03-05,Tamil Nadu,Coimbatoor,burglary,,,";
        var (rows, report) = Judge(row);
        Assert.NotNull(rows[0].Incident);
        Assert.Equal(new PreparedValue("district", "Coimbatoor", "IN-TN-569", 1), Assert.Single(StepOf(report, PreparationStep.Names).Samples));

        var (off, without) = Judge(row, PreparationPlan.Default.With(PreparationStep.Names, false));
        Assert.Equal(RejectReason.JurisdictionUnknown, Assert.Single(off[0].Rejects).Reason);
        Assert.Equal("Coimbatore (IN-TN-569)", off[0].Rejects[0].Suggestion);
        Assert.Equal((0, false), (StepOf(without, PreparationStep.Names).Rows, StepOf(without, PreparationStep.Names).IsOn));
    }

    [Fact]
    public void Forms_DatesAndAmounts_AreShownAsTheyWereAndBecame()
    {
        var (_, report) = Judge("A/1,5th March 2024,Tamil Nadu,Coimbatore,burglary,,₹ 1.5 lakh,\nA/2,2024-03-05,Tamil Nadu,Coimbatore,burglary,,150000,");
        Assert.Equal(
            [new PreparedValue("occurred_from", "5th March 2024", "2024-03-05", 1), new PreparedValue("property_value", "₹ 1.5 lakh", "150000", 1)],
            StepOf(report, PreparationStep.Forms).Samples);
        // A form that could be read needs no repair.
        Assert.Equal(0, report.Repaired);
    }

    [Fact]
    public void Categories_ValuesOfTheMapping_AreCountedAndUnmappedOnesListed()
    {
        var mapping = ImportMapping.Canonical with
        {
            Columns = ImportMapping.Canonical.Columns.ToDictionary(
                column => column.Key,
                column => column.Key == "head_code" ? column.Value with { Values = new Dictionary<string, string> { ["Q7"] = "burglary" } } : column.Value),
        };
        const string rows = "A/1,2024-03-05,Tamil Nadu,Coimbatore,Q7,,,\nA/2,2024-03-05,Tamil Nadu,Coimbatore,q7,,,\n"
            + "A/3,2024-03-05,Tamil Nadu,Coimbatore,xyzzy,,,";
        var (_, report) = Judge(rows, mapping: mapping);
        Assert.Equal(2, StepOf(report, PreparationStep.Categories).Rows);
        Assert.Equal(new PreparedValue("head_code", "xyzzy", "", 1), Assert.Single(report.Unmapped));

        var (off, _) = Judge(rows, PreparationPlan.Default.With(PreparationStep.Categories, false), mapping);
        Assert.All(off, row => Assert.Null(row.Incident));
    }

    [Fact]
    public void Status_SaidToBeUnknown_IsStillRefused()
    {
        const string header = "occurred_from,district,state,head_code,status";
        var (rows, _) = Judge("2024-03-05,Coimbatore,Tamil Nadu,burglary,unknown", header: header);
        Assert.Equal(RejectReason.StatusUnknown, Assert.Single(rows[0].Rejects).Reason);
    }

    /// <summary>Off, a step changes nothing: rows that it does not touch are the same either way, and rows that it touches stand as they were.</summary>
    [Fact]
    public void Steps_Off_LeaveEveryRowAsItStands()
    {
        var random = new Random(12);
        string[] words = ["lock broken", "unknown", "-", "a &amp; b", "x<br>y", "अज्ञात", "cash"];
        var off = PreparationPlan.Default with { Cleanses = false, CorrectsNames = false, MapsValues = false };
        for (var round = 0; round < 200; round++)
        {
            var word = words[random.Next(words.Length)];
            var (rows, report) = Judge($"A/1,2024-03-05,Tamil Nadu,Coimbatore,burglary,,,{(word == "-" ? "'-" : word)}", off);
            Assert.Equal(word == "-" ? "'-" : word, rows[0].Incident!.ModusOperandi);
            Assert.All(report.Steps, step => Assert.Equal(0, step.Rows));
            Assert.Equal(0, report.Repaired);
        }
    }

    /// <summary>Preparing what was prepared changes nothing.</summary>
    [Theory]
    [InlineData("lock &amp;amp; key<br/>broken")]
    [InlineData("&lt;b&gt;knife&lt;/b&gt;")]
    [InlineData("a&nbsp;b")]
    [InlineData("पीछे &#2360;े")]
    public void Cleansing_Twice_IsCleansingOnce(string text)
    {
        var once = Markup.Clean(text);
        Assert.False(Markup.IsIn(once));
        Assert.Equal(once, Markup.Clean(once));
    }

    [Fact]
    public void Report_RejectedRows_CountNothing()
    {
        var (_, report) = Judge("A/1,2024-03-05,Tamil Nadu,Coimbatore,xyzzy,,unknown,\nA/2,2024-03-05,Tamil Nadu,Coimbatore,burglary,,,");
        Assert.All(report.Steps, step => Assert.Equal(0, step.Rows));
        Assert.Equal(new PlaceShare(LocationPrecision.None, 1), Assert.Single(report.Places));
    }

    [Fact]
    public void Plan_SwitchedOff_ComesBackFromTheSavedMapping()
    {
        var plan = PreparationPlan.Default.With(PreparationStep.Cleansing, false);
        var mapping = ImportMapping.Canonical with { Prepare = plan };
        Assert.Equal(plan, MappingDraft.Parse(new MappingDraft(mapping).ToJson()).Mapping.Prepare);
        Assert.Equal(plan, ImportMapping.Parse(mapping.ToJson()).Prepare);
    }

    [Fact]
    public void Report_Stored_ComesBackTheSame()
    {
        var (_, report) = Judge("A/1,5th March 2024,Tamil Nadu,Coimbatoor,burglary,,unknown,");
        var json = JsonSerializer.Serialize(report, PreparationReport.Json);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<PreparationReport>(json, PreparationReport.Json), PreparationReport.Json));
        Assert.Contains("\"cleansing\"", json, StringComparison.Ordinal);
    }

    private static PreparedStep StepOf(PreparationReport report, PreparationStep step) => report.Steps.Single(one => one.Step == step);

    private static (List<JudgedRow> Rows, PreparationReport Report) Judge(
        string rows, PreparationPlan? plan = null, ImportMapping? mapping = null, string header = Header)
    {
        mapping = (mapping ?? ImportMapping.Canonical with { Name = "test" }) with { Prepare = plan };
        using var file = new IncidentFile(new MemoryStream(Encoding.UTF8.GetBytes($"{header}\n{rows}\n")), mapping);
        var judge = new IncidentJudge(file.Layout, "records", new ImportReferences(s_reference, [], null), s_admin, new DateOnly(2025, 3, 15));
        return ([.. judge.JudgeAll(file)], judge.Tally.Preparing.Report(file.Layout.Plan));
    }

    private static CrimeHead Head(short id, string code, CrimeHeadLevel level, short? parent) =>
        new(id, code, parent, level, false, new Dictionary<string, string> { ["en"] = code });

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, string name, int from, int until) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = name }, null, null);
}
