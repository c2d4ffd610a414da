using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Sections in columns of a file, with the shipped tables. Today is 15 March 2025.</summary>
public sealed class SectionColumnsTests
{
    private static readonly ReferenceData s_reference = new(SmallReference.Data.Jurisdictions, SeedStatutes.Tree, 1);
    private static readonly Viewer s_admin = new(Guid.Empty, "admin", PersonRole.Admin, [1]);

    [Theory]
    [InlineData("act,sections", "IPC,\"302, 34\"", "murder")]
    [InlineData("act,sections", "\"IPC; Arms Act\",\"302, 34; 25\"", "murder")]
    [InlineData("sections", "103(1) BNS", "murder")]
    [InlineData("head_code,sections", "theft,379 IPC", "other-theft")]
    [InlineData("head_code,head_hint", "379 IPC,Bajaj Pulsar motorcycle", "auto-theft")]
    [InlineData("head_code,head_hint", "379 IPC,मोटरसाइकिल", "auto-theft")]
    [InlineData("head_code,head_hint", "379 IPC,mobile phone", "other-theft")]
    [InlineData("head_code,head_hint", "25 Arms Act,one country made pistol", "arms-firearms")]
    [InlineData("head_code,head_hint", "380 IPC,motorcycle", "other-theft")]
    [InlineData("head_code", "Theft 379 IPC of a motorcycle", "auto-theft")]
    [InlineData("sections", "379 IPC (मोटरसाइकिल)", "auto-theft")]
    [InlineData("sections,act", "379 (mobile),IPC", "other-theft")]
    [InlineData("sections", "theft 379", "other-theft")]
    [InlineData("sections", "3 mobiles worth 302", null)]
    [InlineData("sections", "302 altered to 304 IPC", null)]
    [InlineData("head_code,sections", "murder,302 altered to 304 IPC", "murder")]
    public void Judge_Columns_GiveTheHead(string columns, string values, string? head)
    {
        var (judge, file) = Open(columns, values, ImportMapping.Canonical);
        var row = judge.JudgeAll(file).Single();
        Assert.Equal(head, row.Incident is { } incident ? SeedStatutes.Tree.Find(incident.HeadId)!.Code : null);
    }

    /// <summary>The heading of a column of sections says nothing of a row whose cell is empty.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("8", true)]
    public void Judge_HeadingWithAnActForChildren_ProtectsWhereTheCellIsFilled(string sections, bool isProtected)
    {
        var mapping = ImportMapping.Parse("""
            {"columns": {"occurred_from": {"from": "occurred_from"}, "jurisdiction_code": {"from": "jurisdiction_code"}, "head_code": {"from": "head"},
                "sections": {"from": "POCSO sections"} } }
            """);
        var (judge, file) = Open("head,POCSO sections", $"burglary,{sections}", mapping);
        Assert.Equal(isProtected, judge.JudgeAll(file).Single().Incident!.InvolvesMinor);
    }

    [Fact]
    public void Judge_SharedSection_IsCountedWithANoteAndNotRefused()
    {
        var (judge, file) = Open("head_code", "BNS 303(2)", ImportMapping.Canonical);
        Assert.NotNull(judge.JudgeAll(file).Single().Incident);
        Assert.Equal((ImportWarning.SectionShared, "head_code", 1L), judge.Tally.Warnings.Where(one => one.Warning != ImportWarning.ReportDateAssumed)
            .Select(one => (one.Warning, one.Column, one.Rows)).Single());
    }

    [Theory]
    [InlineData("""{ "from": "Sections (BNS)" }""", "Sections (BNS)", "103(1)")]
    [InlineData("""{ "from": "u/s IPC" }""", "u/s IPC", "302")]
    public void Judge_HeadingWithAct_SaysTheAct(string source, string heading, string sections)
    {
        var mapping = ImportMapping.Parse($$"""
            {"columns": {"occurred_from": {"from": "occurred_from"}, "jurisdiction_code": {"from": "jurisdiction_code"}, "sections": {{source}} } }
            """);
        var (judge, file) = Open(heading, sections, mapping);
        Assert.Equal("murder", SeedStatutes.Tree.Find(judge.JudgeAll(file).Single().Incident!.HeadId)!.Code);
        Assert.DoesNotContain(judge.Tally.Warnings, one => one.Warning == ImportWarning.StatuteAssumed);
    }

    [Fact]
    public void Judge_ActOfTheMapping_IsThatOfItsSections()
    {
        var mapping = ImportMapping.Parse("""
            {"columns": {"occurred_from": {"from": "occurred_from"}, "jurisdiction_code": {"from": "jurisdiction_code"}, "sections": {"from": "law"},
                "act": {"constant": "NDPS Act 1985"} } }
            """);
        var (judge, file) = Open("law", "8/27", mapping);
        Assert.Equal("ndps-consumption", SeedStatutes.Tree.Find(judge.JudgeAll(file).Single().Incident!.HeadId)!.Code);
    }

    [Fact]
    public void JudgeAll_NeitherHeadNorSections_IsRefused() => Assert.Equal(
        FileProblem.ColumnMissing, Assert.Throws<ImportRefusedException>(() => Open("act", "IPC", ImportMapping.Canonical)).Problem);

    private static (IncidentJudge Judge, IncidentFile File) Open(string columns, string values, ImportMapping mapping)
    {
        var text = $"occurred_from,jurisdiction_code,{columns}\n2024-08-05,A1,{values}\n";
        var file = new IncidentFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), mapping);
        return (new IncidentJudge(file.Layout, "records", new ImportReferences(s_reference, SeedStatutes.All, null), s_admin, new DateOnly(2025, 3, 15)), file);
    }
}
