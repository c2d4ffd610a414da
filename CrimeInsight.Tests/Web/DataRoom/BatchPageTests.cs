using Bunit;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.DataRoom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.DataRoom;

/// <summary>Batches: the list of them, one of them, its conflicts, and the way to take it back.</summary>
public sealed class BatchPageTests : WebContext
{
    private readonly FakeBatches _batches = new();
    private readonly FakeLikelyPairs _pairs = new();

    public BatchPageTests()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton<IBatchStore>(_batches);
        Services.AddSingleton<ILikelyPairs>(_pairs);
        Services.AddSingleton<IReferenceDataReader>(new FakeReference());
    }

    [Fact]
    public void List_Batches_SaysWhoBroughtWhatAndWhatBecameOfIt()
    {
        _batches.Batches.Add(FakeBatches.NewBatch(conflicts: 2));
        var page = RenderInShell(Page<BatchesPage>());
        Assert.Contains("Batch 7 · Asha", page.Find(".batch").TextContent, StringComparison.Ordinal);
        Assert.Contains("1,029 rows: 1,000 new, 20 updates, 3 duplicates, 2 conflicts, 4 rejected", page.Find(".batch").TextContent, StringComparison.Ordinal);
        Assert.Equal("2 conflicts to be decided", page.Find(".batch-mark").TextContent);
    }

    [Fact]
    public void List_None_SaysWhereToBegin() =>
        Assert.Contains("No batches yet", RenderInShell(Page<BatchesPage>()).Markup, StringComparison.Ordinal);

    [Fact]
    public void RollBack_NameWritten_TakesTheBatchBack()
    {
        _batches.Batches.Add(FakeBatches.NewBatch());
        var page = Show();
        Assert.True(page.Find(".rollback button").HasAttribute("disabled"));
        page.Find(".rollback input").Input("april.csv");
        Assert.True(page.Find(".rollback button").HasAttribute("disabled"));
        page.Find(".rollback input").Input("March.csv");
        page.Find(".rollback button").Click();
        Assert.Contains("Taken back on", page.Find(".batch-gone").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".rollback"));
    }

    [Theory]
    [InlineData("en-IN", "back first: 9 april.csv")]
    [InlineData("hi-IN", "पहले इन्हें वापस लें: 9 april.csv")]
    public void RollBack_ChangedLater_SaysWhatComesFirst(string culture, string expected)
    {
        UseCulture(culture);
        _batches.Batches.Add(FakeBatches.NewBatch());
        _batches.Refusal = new BatchRefusedException(BatchProblem.ChangedLater, "9 april.csv");
        var page = Show();
        page.Find(".rollback input").Input("march.csv");
        page.Find(".rollback button").Click();
        Assert.Contains(expected, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Conflict_Shown_SaysWhatDiffersOnceAndIsDecided()
    {
        _batches.Batches.Add(FakeBatches.NewBatch(conflicts: 1));
        _batches.Conflicts.Add(new ConflictRow(
            12, new BatchRow(5, "feb.csv", 3), false, ["occurred_on", "occurred_hour", "status"], Content(6, LegalStatus.Convicted),
            Content(5, LegalStatus.UnderInvestigation), null));
        var page = Show();
        Assert.Equal("Case 12/2024, row 12 of the file", page.Find(".conflict-name").TextContent);
        Assert.Equal(["When it happened", "Status"], page.FindAll(".conflict tbody th").Select(name => name.TextContent));
        Assert.Equal(["05-03-2024", "06-03-2024"], page.FindAll(".conflict tbody tr:first-child td").Select(value => value.TextContent));
        page.FindAll(".conflict-actions button").Single(button => button.TextContent.Contains("Take what the row says", StringComparison.Ordinal)).Click();
        Assert.Equal([(12L, ConflictDecision.Update)], _batches.Decided);
        Assert.Empty(page.FindAll(".conflict"));
    }

    [Fact]
    public void Pair_Shown_SaysWhatSpeaksForItAndIsDecidedAndTakenBack()
    {
        _batches.Batches.Add(FakeBatches.NewBatch());
        _pairs.Pairs.Add(NewPair(3, 9, 0.97));
        var page = Show();
        Assert.Contains("1 pairs to be decided; so many by chance alone: about 0", page.Find(".likely-count").TextContent, StringComparison.Ordinal);
        Assert.Contains("97.0%", page.Find(".pair-name").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["same day · same minute · same crime head", "more than 500 metres apart"], page.FindAll(".pair-grounds dd").Select(text => text.TextContent));
        Assert.Contains("05-03-2024", page.Find(".pair tbody").TextContent, StringComparison.Ordinal);
        page.FindAll(".likely-actions button")[0].Click();
        Assert.Equal(PairDecision.Same, _pairs.Pairs[0].Decision);
        Assert.Equal("No pair is left to be decided.", page.Find(".likely-count").TextContent);
        page.Find(".likely-decided button").Click();
        Assert.Null(_pairs.Pairs[0].Decision);
    }

    [Fact]
    public void Pairs_ManyAtOnce_LeaveOnlyWhenPressedTwice()
    {
        _batches.Batches.Add(FakeBatches.NewBatch());
        _pairs.Pairs.AddRange([NewPair(3, 9, 0.995), NewPair(4, 8, 0.8), NewPair(5, 7, 0.6)]);
        var page = Show();
        page.Find(".likely-bulk select").Change("1");
        Assert.Equal("These 2: same case", page.FindAll(".likely-bulk button")[0].TextContent);
        page.FindAll(".likely-bulk button")[0].Click();
        Assert.DoesNotContain(_pairs.Pairs, pair => pair.Decision is not null);
        Assert.Equal("Yes: 2 cases leave the data", page.FindAll(".likely-bulk button")[0].TextContent);
        page.FindAll(".likely-bulk button")[0].Click();
        Assert.Equal([PairDecision.Same, PairDecision.Same, null], _pairs.Pairs.Select(pair => pair.Decision));
    }

    [Fact]
    public void Pairs_NotSought_CanBeSought()
    {
        _batches.Batches.Add(FakeBatches.NewBatch());
        _pairs.IsSearched = false;
        var page = Show();
        page.FindAll("button").Single(button => button.TextContent.Contains("Look for them now", StringComparison.Ordinal)).Click();
        Assert.Equal("No pair is left to be decided.", page.Find(".likely-count").TextContent);
    }

    [Fact]
    public void Page_RejectsAndDuplicates_AreListedWithTheirFiles()
    {
        _batches.Batches.Add(FakeBatches.NewBatch());
        _batches.Rejects.Add(new RejectedCell(4, 4, "district", "Nowhere", RejectReason.JurisdictionUnknown));
        _batches.Duplicates.Add(new DuplicateRow(9, new BatchRow(5, "feb.csv", 3), "12/2024"));
        var page = Show();
        Assert.Contains("Nowhere", page.Markup, StringComparison.Ordinal);
        Assert.Contains("feb.csv", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NoSuchBatch_SaysSo() => Assert.Contains("There is no such batch", Show().Markup, StringComparison.Ordinal);

    [Fact]
    public void Page_Demo_CannotBeTakenBack()
    {
        _batches.Batches.Add(FakeBatches.NewBatch() with { IsDemo = true, IsSynthetic = true });
        Assert.Empty(Show().FindAll(".rollback"));
    }

    [Theory]
    [InlineData(BatchProblem.Unknown)]
    [InlineData(BatchProblem.RolledBack)]
    [InlineData(BatchProblem.ChangedLater)]
    [InlineData(BatchProblem.IsDemo)]
    [InlineData(BatchProblem.ConflictUnknown)]
    [InlineData(BatchProblem.CaseExists)]
    [InlineData(BatchProblem.CaseGone)]
    [InlineData(BatchProblem.LiftsProtection)]
    [InlineData(BatchProblem.PairDecided)]
    [InlineData(BatchProblem.DiskFull)]
    public void WhyNot_AnyProblem_HasWords(BatchProblem problem) => Assert.NotEmpty(DataRoomWords.WhyNot(new BatchRefusedException(problem, "x")));

    [Fact]
    public void Field_EveryCanonicalColumn_HasAName() =>
        Assert.DoesNotContain(MappingDraft.Fields, field => DataRoomWords.Field(field) == field || DataRoomWords.FieldHint(field).Length == 0);

    [Theory]
    [InlineData(typeof(BatchesPage))]
    [InlineData(typeof(BatchPage))]
    public void Pages_Policy_IsForAdministrators(Type page) =>
        Assert.Equal("admin", page.GetCustomAttributes(typeof(AuthorizeAttribute), inherit: false).Cast<AuthorizeAttribute>().Single().Policy);

    private static ConflictContent Content(int day, LegalStatus status) => new(
        "12/2024", new DateOnly(2024, 3, day), null, new DateOnly(2024, 3, 9), 1, 1, status, false, Gender.Female, AgeBand.Unknown, null, null, null, null,
        null);

    private static LikelyPair NewPair(long first, long second, double score) => new(
        first, second, new BatchRow(7, "March.csv", first), new BatchRow(7, "March.csv", second), score,
        new Agreement().With(LikenessField.Day, 1).With(LikenessField.Time, 1).With(LikenessField.Head, 1).With(LikenessField.Place, 4),
        Content(5, LegalStatus.UnderInvestigation), Content(5, LegalStatus.UnderInvestigation), null);

    private static RenderFragment Page<T>()
        where T : IComponent => builder =>
    {
        builder.OpenComponent<T>(0);
        builder.CloseComponent();
    };

    private IRenderedComponent<IComponent> Show() => RenderInShell(builder =>
    {
        builder.OpenComponent<BatchPage>(0);
        builder.AddComponentParameter(1, nameof(BatchPage.Id), FakeBatches.NewBatch().Id);
        builder.CloseComponent();
    });
}
