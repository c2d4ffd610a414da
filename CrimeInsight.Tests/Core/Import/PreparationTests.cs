using System.Text;
using System.Text.Json;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Geography;
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
            Place(3, 2, JurisdictionLevel.District, "IN-TN-569", "Coimbatore", 2, 50) with { Point = new GeoPoint(11.0, 76.97) },
            Place(4, 3, JurisdictionLevel.Station, "IN-TN-569-001", "Alpha", 3, 4) with { Point = new GeoPoint(11.01, 76.95) },
            Place(5, 3, JurisdictionLevel.Station, "IN-TN-569-002", "Beta", 4, 5),
        ]),
        new CrimeHeadTree(
        [
            Head(0, "all", CrimeHeadLevel.All, null), Head(1, "burglary", CrimeHeadLevel.Head, 0),
            Head(2, "rape", CrimeHeadLevel.Head, 0) with { IsSensitive = true },
        ]),
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
            Assert.All(report.Steps.Where(step => step.Step != PreparationStep.Imputation), step => Assert.Equal(0, step.Rows));
            Assert.Equal(0, report.Repaired);
        }
    }

    /// <summary>Where a case has no point that of its station stands in, is told, and is no point of the case; never of a protected one.</summary>
    [Fact]
    public void Imputation_CaseWithoutCoordinates_IsKnownToItsStationAndFlagged()
    {
        const string header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code,latitude,longitude";
        const string rows = "A,2024-03-05,2024-03-05,IN-TN-569-001,burglary,,\nB,2024-03-05,2024-03-05,IN-TN-569-002,burglary,,\n"
            + "C,2024-03-05,2024-03-05,IN-TN-569,burglary,,\nD,2024-03-05,2024-03-05,IN-TN-569-001,rape,,\n"
            + "E,2024-03-05,2024-03-05,IN-TN-569-001,burglary,11.0123,76.9612\nF,2024-03-05,2024-03-05,IN-TN-569-001,burglary,11.3511,76.9612\n"
            + "G,2024-03-05,2024-03-05,IN-TN-569-001,rape,11.0123,76.9612";
        var (judged, report) = Judge(rows, header: header);
        Assert.Equal(
            [LocationPrecision.Station, LocationPrecision.None, LocationPrecision.None], judged.Take(3).Select(row => row.Incident!.Precision));
        Assert.All(judged.Take(4), row => Assert.Null(row.Incident!.Place));
        Assert.Equal((1, 1), (report.Imputed, StepOf(report, PreparationStep.Imputation).Rows));
        Assert.Equal(new PreparedValue("latitude", "", "IN-TN-569-001", 1), Assert.Single(StepOf(report, PreparationStep.Imputation).Samples));
        Assert.Equal(
            [
                new(PlaceKnown.Exact, 2), new(PlaceKnown.Cell, 1), new(PlaceKnown.StationPoint, 1), new(PlaceKnown.Station, 2),
                new RowCount<PlaceKnown>(PlaceKnown.District, 1),
            ],
            report.Places);
        Assert.Equal(new RowCount<PlaceDoubt>(PlaceDoubt.FarFromStation, 1), Assert.Single(report.Doubts));

        var (off, without) = Judge(rows, PreparationPlan.Default.With(PreparationStep.Imputation, false), header: header);
        Assert.Equal(LocationPrecision.None, off[0].Incident!.Precision);
        Assert.Equal((0, 0), (without.Imputed, StepOf(without, PreparationStep.Imputation).Rows));
        Assert.Equal(judged.Count, without.Places.Sum(count => count.Rows));
    }

    [Fact]
    public void Imputation_DayOfRegistrationAndStatus_AreFilledInOrNotBySwitch()
    {
        const string header = "source_reference,occurred_from,reported_on,district,state,head_code,status,chargesheeted_on";
        const string rows = "A,2024-03-05,,Coimbatore,Tamil Nadu,burglary,,\nB,2024-03-05,2024-03-06,Coimbatore,Tamil Nadu,burglary,,2024-05-01";
        var (judged, report) = Judge(rows, header: header);
        Assert.Equal((new DateOnly(2024, 3, 5), LegalStatus.Chargesheeted), (judged[0].Incident!.ReportedOn, judged[1].Incident!.Status));
        Assert.Equal(2, report.Imputed);
        Assert.Equal(
            [new PreparedValue("reported_on", "", "= occurred_from", 1), new PreparedValue("status", "", "chargesheeted", 1)],
            StepOf(report, PreparationStep.Imputation).Samples);

        var (off, _) = Judge(rows, PreparationPlan.Default.With(PreparationStep.Imputation, false), header: header);
        Assert.Equal([RejectReason.ValueMissing, RejectReason.StageNotOfStatus], off.Select(row => row.Rejects.Single().Reason));
    }

    /// <summary>What is not known stays so: it is counted, and nothing is put in its place.</summary>
    [Fact]
    public void Open_TimesAndAgesThatAreNotKnown_StaySo()
    {
        const string header = "source_reference,occurred_from,occurred_time,reported_on,district,state,head_code,victim_age,victim_gender";
        var (judged, report) = Judge(
            "A,2024-03-05,between 22:00 and 02:00,2024-03-06,Coimbatore,Tamil Nadu,burglary,adult,अज्ञात\n"
            + "B,2024-03-05,,2024-03-06,Coimbatore,Tamil Nadu,burglary,,\nC,2024-03-05,10:00,2024-03-06,Coimbatore,Tamil Nadu,burglary,34,F",
            header: header);
        Assert.Equal((new TimeOnly(22, 0), new DateTime(2024, 3, 6, 2, 0, 0)), (judged[0].Incident!.OccurredAt, judged[0].Incident!.OccurredUntil));
        var bare = judged[1].Incident!;
        Assert.Equal((null, AgeBand.Unknown, Gender.Unknown), (bare.OccurredAt, bare.VictimAgeBand, bare.VictimGender));
        var open = report.Open.ToDictionary(count => count.Kind, count => count.Rows);
        Assert.Equal((1, 1, 2, 2), (open[OpenValue.Time], open[OpenValue.TimeWithinRange], open[OpenValue.VictimAge], open[OpenValue.VictimGender]));
        Assert.Equal(0, report.Imputed);
    }

    [Fact]
    public void Categories_WordsThatAreKnown_AreShownWithWhatTheyMean()
    {
        const string header = "source_reference,occurred_from,reported_on,district,state,head_code,victim_gender,victim_age,status";
        var (_, report) = Judge(
            "A,2024-03-05,2024-03-06,Coimbatore,Tamil Nadu,Burglary,महिला,34,pending trial\n"
            + "B,2024-03-05,2024-03-06,Coimbatore,Tamil Nadu,burglary,F,30-44,chargesheeted\n"
            + "C,2024-03-05,2024-03-06,Coimbatore,Tamil Nadu,rape,F,19,closed",
            header: header);
        Assert.Equal(
            [
                new("head_code", "Burglary", "burglary", 1), new("status", "pending trial", "chargesheeted", 1), new("victim_age", "34", "30-44", 1),
                new("victim_gender", "F", "female", 1), new PreparedValue("victim_gender", "महिला", "female", 1),
            ],
            StepOf(report, PreparationStep.Categories).Samples);
        // Of the protected case the words are counted, and not shown.
        Assert.Equal(3, StepOf(report, PreparationStep.Categories).Rows);
    }

    [Fact]
    public void Geolocation_Off_LeavesCoordinatesOut()
    {
        const string header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code,latitude,longitude";
        const string row = "A,2024-03-05,2024-03-06,IN-TN,burglary,11.0123,76.9612";
        var (on, report) = Judge(row, header: header);
        Assert.Equal((2, LocationPrecision.Exact), (on[0].Incident!.JurisdictionOrdinal, on[0].Incident!.Precision));
        Assert.Equal(new PreparedValue("latitude", "11.0123, 76.9612", "IN-TN-569", 1), Assert.Single(StepOf(report, PreparationStep.Geolocation).Samples));

        var (off, without) = Judge(row, PreparationPlan.Default.With(PreparationStep.Geolocation, false), header: header);
        Assert.Equal((1, null), (off[0].Incident!.JurisdictionOrdinal, off[0].Incident!.Place));
        Assert.Equal((false, 0), (StepOf(without, PreparationStep.Geolocation).IsOn, StepOf(without, PreparationStep.Geolocation).Rows));
        var discarded = Judge(row, mapping: ImportMapping.Canonical with { Coordinates = CoordinateRule.Discard }, header: header);
        Assert.False(StepOf(discarded.Report, PreparationStep.Geolocation).IsOn);
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
        // Of the other the day of registration is filled in.
        Assert.All(report.Steps, step => Assert.Equal(step.Step == PreparationStep.Imputation ? 1 : 0, step.Rows));
        Assert.Equal(new RowCount<PlaceKnown>(PlaceKnown.District, 1), Assert.Single(report.Places));
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
        return ([.. judge.JudgeAll(file)], judge.Tally.Preparing.Report(file.Layout.Plan, 0));
    }

    private static CrimeHead Head(short id, string code, CrimeHeadLevel level, short? parent) =>
        new(id, code, parent, level, false, new Dictionary<string, string> { ["en"] = code });

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, string name, int from, int until) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = name }, null, null);
}
