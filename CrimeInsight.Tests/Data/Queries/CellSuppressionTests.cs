using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Queries;
using CrimeInsight.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CrimeInsight.Tests.Data.Queries;

public sealed class CellSuppressionTests(QueryDatabase database) : IClassFixture<QueryDatabase>
{
    private static readonly HeadGroup s_sensitive = new(null, [20], [20], [20], IsOneStepFromSensitive: true);
    private static readonly HeadGroup s_mixed = new(null, [10, 20], [0], [20], IsOneStepFromSensitive: false);

    // Worked by hand. Row 1: 3 is small, so 7 goes with it; column 2 then holds a lone 7, so 9 goes; row 2 a lone 9, so 20 goes;
    // column 1 holds 3 and 20, column 2 7 and 9: stable.
    [Fact]
    public void Mark_SmallCell_TakesTheNextSmallestAlongEachLine()
    {
        long[][] table = [[3, 7, 50], [20, 9, 60], [80, 40, 70]];
        Assert.Equal([[true, true, false], [true, true, false], [false, false, false]], Mark(table));
    }

    [Theory]
    [InlineData(new long[] { 0, 0, 4, 30 }, new[] { false, false, true, true })]
    [InlineData(new long[] { 1, 1, 9, 30 }, new[] { true, true, true, false })]
    [InlineData(new long[] { 1, 2, 9, 30 }, new[] { true, true, false, false })]
    [InlineData(new long[] { 5, 6, 9, 30 }, new[] { false, false, false, false })]
    [InlineData(new long[] { 0, 4, 0, 0 }, new[] { false, true, false, false })]
    [InlineData(new long[] { 4, 4, 9, 30 }, new[] { true, true, true, false })]
    [InlineData(new long[] { 3, 4, 9, 30 }, new[] { true, true, false, false })]
    public void Mark_Line_IsNotDerivableFromItsTotal(long[] line, bool[] hidden) => Assert.Equal([hidden], Mark([line]));

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(4, 3, false)]
    [InlineData(50, 3, false)]
    public void Mark_MixedHeads_AreWithheldWhenAllCasesAreSensitive(long all, long sensitive, bool isHidden)
    {
        var cell = new QueryCell(new CellKey(0, 0, 0), s_mixed);
        cell.Set(QuerySlice.Current, Of(all), Of(sensitive));
        Assert.Equal(isHidden ? Withholding.Small : Withholding.None, Assert.Single(CellSuppression.Mark([cell], 0, QuerySlice.Current, tally => tally.Cases)));
    }

    // The mark "<5" must be true of every cell that bears it, and given to every small one that is withheld for itself.
    [Fact]
    public void Mark_LineWithOneSmallCell_SaysWhichIsSmallAndWhichProtects()
    {
        List<QueryCell> cells = [Cell(new CellKey(0, 0, 0), 3), Cell(new CellKey(0, 1, 0), 7), Cell(new CellKey(0, 2, 0), 50)];

        Assert.Equal([Withholding.Small, Withholding.Protecting, Withholding.None], CellSuppression.Mark(cells, 2, QuerySlice.Current, tally => tally.Cases));
    }

    [Fact]
    public void Mark_ManyCasesOneStepFromFewSensitive_AreNotCalledSmall()
    {
        var cell = new QueryCell(default, s_sensitive);
        cell.Set(QuerySlice.Current, Of(500), Of(3));

        Assert.Equal([Withholding.Protecting], CellSuppression.Mark([cell], 0, QuerySlice.Current, tally => tally.Cases));
    }

    [Fact]
    public void Mark_AnyTable_HidesSmallCellsAndLeavesNoLoneOne() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var cells = RandomTable(new Random(seed));
            return DisclosureCheck.Violations(cells, CellSuppression.Mark(cells, 3, QuerySlice.Current, tally => tally.Cases), 3).Count == 0;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Mark_PrimaryOnly_IsCaught()
    {
        var cells = RandomTable(new Random(1));
        var primary = cells.Select(cell => cell.All(0).Cases is > 0 and < 5 ? Withholding.Small : Withholding.None).ToArray();
        Assert.NotEmpty(DisclosureCheck.Violations(cells, primary, 3));
        Assert.NotEmpty(DisclosureCheck.Violations(cells, new Withholding[cells.Count], 3));
    }

    [Fact]
    public async Task Run_RandomQueriesOfSensitiveHeads_RevealNoSmallCell()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        string[] heads = [.. database.Reference.Heads.All.Where(head => head.IsSensitive || head.Code is "women" or "children" or "theft" or "all").Select(head => head.Code)];
        var queries = new RandomQueries(new Random(5), database.Places, heads);
        var withheld = 0;
        for (var i = 0; i < 150; i++)
        {
            var query = queries.Next() with { Measures = [Measure.Count], Order = null, Limit = null };
            var resolved = database.Resolve(query, viewer);
            var result = await database.Runner.RunAsync(query, viewer, TestContext.Current.CancellationToken);
            var cells = Cells(resolved, await database.CellsAsync(resolved, viewer, QuerySource.Raw));
            var hidden = result.Rows.Select(MarkOf).ToArray();
            Assert.Equal(cells.Count, hidden.Length);
            Assert.Empty(DisclosureCheck.Violations(cells, hidden, query.Dimensions.Length));
            Assert.All(result.Rows.Where(row => row.IsSuppressed), row => Assert.Null(row.Values[0]));
            Assert.All(cells.Zip(hidden), pair => Assert.True(pair.Second != Withholding.Small || pair.First.All(0).Cases is >= 1 and <= 4));
            withheld += hidden.Count(mark => mark != Withholding.None);
        }
        Assert.True(withheld > 500, $"Too little was withheld to prove anything: {withheld}.");
    }

    private static List<QueryCell> Cells(ResolvedQuery resolved, IEnumerable<CellRow> rows)
    {
        var head = resolved.IndexOf(Dimension.Head);
        List<QueryCell> cells = [.. rows.Where(row => row.Slice == 0).OrderBy(row => (row.K1, row.K2, row.K3)).Select(row =>
        {
            var key = new CellKey(row.K1, row.K2, row.K3);
            var cell = new QueryCell(key, resolved.Heads.Find(head < 0 ? 0 : key[head]));
            cell.Set(0, Of(row.Cases), Of(row.SCases));
            return cell;
        })];
        if (cells.Count == 0 && resolved.Query.Dimensions.IsEmpty && !resolved.IsEmpty)
            cells.Add(new QueryCell(default, resolved.Heads.Find(0)));
        return cells;
    }

    private static Withholding MarkOf(QueryRow row) =>
        !row.IsSuppressed ? Withholding.None : row.IsProtecting ? Withholding.Protecting : Withholding.Small;

    private static bool[][] Mark(long[][] table)
    {
        var cells = table.SelectMany((row, y) => row.Select((count, x) => Cell(new CellKey(y, x, 0), count))).ToList();
        var hidden = CellSuppression.Mark(cells, 2, QuerySlice.Current, tally => tally.Cases);
        return [.. hidden.Select(mark => mark != Withholding.None).Chunk(table[0].Length)];
    }

    private static List<QueryCell> RandomTable(Random random)
    {
        var cells = new List<QueryCell>();
        var scale = random.Next(2, 40);
        for (var x = 0; x < random.Next(1, 6); x++)
            for (var y = 0; y < 5; y++)
                for (var z = 0; z < 4; z++)
                    if (random.NextDouble() < 0.7)
                        cells.Add(Cell(new CellKey(x, y, z), random.Next(scale)));
        return cells;
    }

    private static QueryCell Cell(CellKey key, long count)
    {
        var cell = new QueryCell(key, s_sensitive);
        cell.Set(QuerySlice.Current, Of(count), Of(count));
        return cell;
    }

    private static Tally Of(long cases) => new(cases, 0, 0, 0, 0);
}
