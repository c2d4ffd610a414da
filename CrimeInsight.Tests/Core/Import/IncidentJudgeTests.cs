using System.Text;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Rows are judged without a database: two districts, one sensitive head and two others. Today is 15 March 2025.</summary>
public sealed class IncidentJudgeTests
{
    private const string Header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code,latitude,longitude";

    private static readonly ReferenceData s_reference = new(
        new JurisdictionTree(
        [
            Place(1, null, JurisdictionLevel.Country, "IN", 0, 1000),
            Place(2, 1, JurisdictionLevel.State, "IN-TN", 100, 200),
            Place(3, 2, JurisdictionLevel.District, "IN-TN-568", 110, 120),
            Place(4, 2, JurisdictionLevel.District, "IN-TN-569", 120, 130),
        ]),
        new CrimeHeadTree(
        [
            Head(0, "all", null, CrimeHeadLevel.All),
            Head(1, "burglary", 0, CrimeHeadLevel.Head),
            Head(2, "rape", 0, CrimeHeadLevel.Head, isSensitive: true),
            Head(3, "theft-auto", 0, CrimeHeadLevel.Head),
        ]),
        1);

    private static readonly Viewer s_admin = new(Guid.Empty, "admin", PersonRole.Admin, [1]);

    [Fact]
    public void JudgeAll_GoodAndBadRows_ComeInTheirOrderWithEveryReason()
    {
        var (judge, file) = Open(
            $"{Header}\nA/1,2025-03-01,2025-03-02,IN-TN-568,burglary,,\n\nA/2,2025-04-01,,IN-TN-999,arson,,\nA/3,2025-03-03,,IN-TN-569,theft-auto,,\n");
        JudgedRow[] rows = [.. judge.JudgeAll(file)];
        Assert.Equal([2, 4, 5], rows.Select(row => row.Row));
        Assert.Equal(("A/1", 110, (short)1), (rows[0].Incident!.SourceReference, rows[0].Incident!.JurisdictionOrdinal, rows[0].Incident!.HeadId));
        Assert.Null(rows[1].Incident);
        Assert.Equal(
            [("head_code", RejectReason.HeadUnknown), ("occurred_from", RejectReason.DateInFuture), ("jurisdiction_code", RejectReason.JurisdictionUnknown)],
            rows[1].Rejects.Select(reject => (reject.Column, reject.Reason)));
        Assert.Empty(rows[2].Rejects);
        Assert.Equal((3, 1), (judge.Tally.Rows, judge.Tally.Warnings.Single(warning => warning.Warning == ImportWarning.ReportDateAssumed).Rows));
    }

    [Fact]
    public void JudgeAll_RejectsOfAnEarlierRow_StayAsTheyWere()
    {
        var (judge, file) = Open($"{Header}\nA/1,soon,,IN-TN-568,burglary,,\nA/2,2025-03-01,,IN-TN-999,burglary,,\n");
        JudgedRow[] rows = [.. judge.JudgeAll(file)];
        Assert.Equal([RejectReason.DateInvalid, RejectReason.JurisdictionUnknown], rows.Select(row => Assert.Single(row.Rejects).Reason));
    }

    [Fact]
    public void JudgeAll_AsRowsAreTaken_ReadsNoFurther()
    {
        var (judge, file) = Open($"{Header}\nA/1,2025-03-01,,IN-TN-568,burglary,,\nA/2,2025-03-01,,IN-TN-568,burglary,,\n");
        Assert.Equal(2, judge.JudgeAll(file).First().Row);
        Assert.Equal(1, judge.Tally.Rows);
    }

    [Fact]
    public void JudgeAll_SensitiveRow_RepeatsNoPlaceInItsRejects()
    {
        var (judge, file) = Open($"{Header}\nA/1,2025-03-01,,IN-TN-568,rape,51.5,-0.1\nA/2,2025-03-01,,IN-TN-568,burglary,51.5,-0.1\n");
        JudgedRow[] rows = [.. judge.JudgeAll(file)];
        Assert.Equal([null, "51.5"], rows.Select(row => Assert.Single(row.Rejects).Value));
    }

    // A child's case has no place, time, words or value in a reject; nor has one whose age cannot be read, for it may be a child's.
    [Theory]
    [InlineData("17", "30", true)]
    [InlineData("6-11", "", true)]
    [InlineData("", "16", true)]
    [InlineData("abt 15", "", true)]
    [InlineData("", "not a child", true)]
    [InlineData("", "minor", true)]
    [InlineData("", "adult", false)]
    [InlineData("18", "45-59", false)]
    [InlineData("", "", false)]
    public void JudgeAll_CaseThatMayBeAChilds_RepeatsNothingOfItInRejects(string victim, string accused, bool isWithheld)
    {
        var (judge, file) = Open($"{Header},occurred_time,property_value,victim_age,offender_age\n"
            + $"A/1,2025-03-01 77:88,soon,IN-TN-568,burglary,51.5,-0.1,25:99,a lakh,{victim},{accused}\n");
        var values = judge.JudgeAll(file).Single().Rejects.ToDictionary(reject => reject.Column, reject => reject.Value);
        foreach (var (column, value) in (IEnumerable<(string, string)>)
            [("occurred_from", "2025-03-01 77:88"), ("latitude", "51.5"), ("property_value", "a lakh")])
            Assert.Equal(isWithheld ? null : value, values[column]);
        Assert.Equal("soon", values["reported_on"]);
        Assert.Equal(victim == "abt 15" ? "abt 15" : null, values.GetValueOrDefault("victim_age"));
    }

    [Fact]
    public void JudgeAll_DatesThatCanOnlyBeMonthFirst_PutTheWholeColumnInDoubt()
    {
        var (judge, file) = Open($"{Header}\nA/1,03/04/2024,,IN-TN-568,burglary,,\nA/2,12/31/2023,,IN-TN-568,burglary,,\n");
        Assert.Equal([RejectReason.DateAmbiguous, RejectReason.DateInvalid], judge.JudgeAll(file).Select(row => Assert.Single(row.Rejects).Reason).ToArray());
    }

    [Fact]
    public void JudgeAll_HeaderAndNoRow_IsRefused()
    {
        var (judge, file) = Open(Header + "\n");
        Assert.Equal(FileProblem.HeaderOnly, Assert.Throws<ImportRefusedException>(() => judge.JudgeAll(file).Count()).Problem);
    }

    [Fact]
    public void JudgeAll_OtherDistrictThanTheViewers_IsNotTheirs()
    {
        var (judge, file) = Open($"{Header}\nA/1,2025-03-01,,IN-TN-569,burglary,,\n", s_admin with { JurisdictionIds = [3] });
        Assert.Equal(RejectReason.JurisdictionNotYours, Assert.Single(judge.JudgeAll(file).Single().Rejects).Reason);
    }

    /// <summary>A feed has no file: its values stand one after another in one text.</summary>
    [Fact]
    public void Judge_RowFromNoFile_IsJudgedByTheSameRules()
    {
        var (judge, _) = Open(Header + "\n");
        const string text = "F/12025-03-01IN-TN-568burglary";
        RawCell[] cells = [new(0, 3, false), new(3, 10, false), new(13, 0, false), new(13, 9, false), new(22, 8, false), new(30, 0, false), new(30, 0, false)];
        var row = judge.Judge(new RawRow(7, 7, text, cells));
        Assert.Equal((7, "F/1"), (row.Row, row.Incident!.SourceReference));
        Assert.Equal((new DateOnly(2025, 3, 1), 110), (row.Incident.OccurredOn, row.Incident.JurisdictionOrdinal));
    }

    private static (IncidentJudge Judge, IncidentFile File) Open(string text, Viewer? viewer = null)
    {
        var file = new IncidentFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), ImportMapping.Canonical);
        return (new IncidentJudge(file.Layout, "records", new ImportReferences(s_reference, [], null), viewer ?? s_admin, new DateOnly(2025, 3, 15)), file);
    }

    private static CrimeHead Head(short id, string code, short? parent, CrimeHeadLevel level, bool isSensitive = false) =>
        new(id, code, parent, level, isSensitive, new Dictionary<string, string> { ["en"] = code });

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, int from, int until) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = code }, null, null);
}
