using CrimeInsight.Data.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Queries;

public sealed class CellSuppressionTests
{
    private static readonly HeadGroup s_sensitive = new(null, [20], [20], [20], IsOneStepFromSensitive: true) { IsWhollySensitive = true };
    private static readonly HeadGroup s_open = new(null, [10], [10], [], IsOneStepFromSensitive: false);
    private static readonly HeadGroup s_oneStep = new(null, [10, 20], [10, 20], [20], IsOneStepFromSensitive: true);
    private static readonly HeadGroup s_mixed = new(null, [10, 11, 20], [0], [20], IsOneStepFromSensitive: false);

    // Worked by hand. Row 1: 3 is small, so 7 goes with it, and in its column 20; what 7 and 20 lose or gain a cell in both their
    // lines must make good: 9.
    [Fact]
    public void Mark_SmallCell_TakesTheNextSmallestAlongEachLine()
    {
        long[][] table = [[3, 7, 50], [20, 9, 60], [80, 40, 70]];
        Assert.Equal([[true, true, false], [true, true, false], [false, false, false]], Mark(table));
    }

    // The fourth: 1 and 5 add up to 6, of which "withheld" is at least 5. The last two: nothing else can be withheld, so
    // that not even zeros are told.
    [Theory]
    [InlineData(new long[] { 0, 0, 4, 30 }, new[] { false, false, true, true })]
    [InlineData(new long[] { 1, 1, 9, 30 }, new[] { true, true, true, false })]
    [InlineData(new long[] { 1, 2, 9, 30 }, new[] { true, true, false, false })]
    [InlineData(new long[] { 1, 5, 9, 30 }, new[] { true, true, true, false })]
    [InlineData(new long[] { 1, 6, 9, 30 }, new[] { true, true, false, false })]
    [InlineData(new long[] { 1, 1, 5, 9 }, new[] { true, true, true, true })]
    [InlineData(new long[] { 5, 6, 9, 30 }, new[] { false, false, false, false })]
    [InlineData(new long[] { 0, 4, 0, 0 }, new[] { false, true, false, false })]
    [InlineData(new long[] { 4, 4, 9, 30 }, new[] { true, true, true, false })]
    [InlineData(new long[] { 3, 4, 9, 30 }, new[] { true, true, false, false })]
    [InlineData(new long[] { 4, 4, 0, 0 }, new[] { true, true, true, true })]
    [InlineData(new long[] { 1, 1, 1, 1, 1, 0 }, new[] { true, true, true, true, true, true })]
    public void Mark_Line_IsNotDerivableFromItsTotal(long[] line, bool[] hidden) => Assert.Equal([hidden], Mark([line]));

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(4, 3, false)]
    [InlineData(50, 3, false)]
    public void Mark_MixedHeads_AreWithheldWhenAllCasesAreSensitive(long all, long sensitive, bool isHidden) =>
        Assert.Equal(isHidden ? Withholding.Small
            : Withholding.None, CellSuppression.Mark([Cell(default, s_mixed, all, sensitive)], Shape(s_mixed), 0, tally => tally.Cases)
            .GetValueOrDefault(default));

    // The mark "<5" must be true of every cell that bears it, and given to every small one that is withheld for itself.
    [Fact]
    public void Mark_LineWithOneSmallCell_SaysWhichIsSmallAndWhichProtects()
    {
        List<QueryCell> cells = [Cell(new CellKey(0, 0, 0), 3), Cell(new CellKey(0, 1, 0), 7), Cell(new CellKey(0, 2, 0), 50)];

        Assert.Equal(
            [new(new CellKey(0, 0, 0), Withholding.Small), new(new CellKey(0, 1, 0), Withholding.Protecting)],
            CellSuppression.Mark(cells, Shape(s_sensitive, 1, 3), 0, tally => tally.Cases).OrderBy(mark => mark.Key));
    }

    // "<5" of a total with one open case would say 1 to 3 of the others, and with three exactly 1.
    [Theory]
    [InlineData(500, 3)]
    [InlineData(4, 1)]
    public void Mark_CasesOneStepFromFewSensitive_AreNotCalledSmall(long all, long sensitive) =>
        Assert.Equal(
            Withholding.Protecting, CellSuppression.Mark([Cell(default, s_oneStep, all, sensitive)], Shape(s_oneStep), 0, tally => tally.Cases)[default]);

    [Theory]
    [InlineData(1, 1200)]
    [InlineData(2, 1500)]
    [InlineData(3, 150)]
    public void Mark_RandomTables_CannotBeSolved(int dimensions, int tables)
    {
        var random = new Random(dimensions);
        var (targets, untold, known) = (0, 0, 0);
        for (var i = 0; i < tables; i++)
        {
            var (cells, shape) = RandomTable(random, dimensions);
            var marks = CellSuppression.Mark(cells, shape, 0, tally => tally.Cases);
            Assert.All(cells.Where(IsRevealing), cell => Assert.True(marks.ContainsKey(cell.Key), $"{cell.Key} is shown in table {i}"));
            Assert.All(cells, cell => Assert.True(marks.GetValueOrDefault(cell.Key) != Withholding.Small || cell.All(0).Cases is >= 1 and <= 4));
            var small = cells.Where(IsRevealing).Select(cell => cell.Key).ToHashSet();
            var attack = new DisclosureAttack(cells, shape, (table, of, _) => CellSuppression.Mark(table, of, 0, tally => tally.Cases));
            foreach (var solved in attack.Solved(small.Contains))
            {
                Assert.True(dimensions == 3
                    && TotalsAlone(cells, shape).Solved(small.Contains).Contains(solved), $"In table {i} {solved} can be solved: {attack}");
                known++;
            }
            targets += small.Count;
            untold += small.Count(key => marks[key] == Withholding.Protecting);
        }
        Assert.True(targets > tables / 2, $"Too little was withheld to prove anything: {targets}.");
        Assert.True(untold < targets / (dimensions == 3 ? 2 : 5), $"{untold} of {targets} small cells lie in lines of which nothing is told.");
        Assert.True(known < targets / 30, $"{known} of {targets} small cells follow from tables of two dimensions.");
    }

    // Tables of two dimensions beside each other: what they give away together no third can take back.
    private static DisclosureAttack TotalsAlone(List<QueryCell> cells, TableShape shape) => new(cells, shape, (table, of, margin) => margin != 0
        ? CellSuppression.Mark(table, of, 0, tally => tally.Cases)
        : of.KeysOf(0).SelectMany(x => of.KeysOf(1).SelectMany(y => of.KeysOf(2).Select(z => new CellKey(x, y, z))))
        .ToDictionary(key => key, _ => Withholding.Protecting));

    // What the rule before missed: hidden cells add up to their number and five for each "withheld".
    [Fact]
    public void Attack_WithheldAtItsLeast_IsSolved()
    {
        List<QueryCell> cells = [Cell(new CellKey(0, 0, 0), 1), Cell(new CellKey(1, 0, 0), 5), Cell(new CellKey(2, 0, 0), 30)];
        var marks = new Dictionary<CellKey, Withholding> { [new(0, 0, 0)] = Withholding.Small, [new(1, 0, 0)] = Withholding.Protecting };
        Assert.Equal([default], new DisclosureAttack(cells, Shape(s_sensitive, 3), (_, _, margin) => margin == 0 ? marks : []).Solved(key => key == default));
    }

    [Fact]
    public void Attack_PrimaryOnly_IsSolved()
    {
        var random = new Random(4);
        var solved = 0;
        for (var i = 0; i < 50; i++)
        {
            var (cells, shape) = RandomTable(random, 2);
            solved += new DisclosureAttack(cells, shape, (table, _, _) => table.Where(IsRevealing).ToDictionary(cell => cell.Key, _ => Withholding.Small))
                .Solved(_ => true).Count;
        }
        Assert.True(solved > 20, $"{solved}");
    }

    private static bool IsRevealing(QueryCell cell) =>
        cell.Sensitive(0).Cases is >= 1 and <= 4 && (cell.Heads.IsOneStepFromSensitive || cell.Sensitive(0).Cases == cell.All(0).Cases);

    private static bool[][] Mark(long[][] table)
    {
        var cells = table.SelectMany((row, y) => row.Select((count, x) => Cell(new CellKey(y, x, 0), count))).ToList();
        var hidden = CellSuppression.Mark(cells, Shape(s_sensitive, table.Length, table[0].Length), 0, tally => tally.Cases);
        return [.. cells.Select(cell => hidden.ContainsKey(cell.Key)).Chunk(table[0].Length)];
    }

    // Sensitive heads alone, or, in every third table, by head with open ones beside them.
    private static (List<QueryCell> Cells, TableShape Shape) RandomTable(Random random, int dimensions)
    {
        int[] sizes = [.. Enumerable.Range(0, dimensions).Select(_ => random.Next(2, dimensions switch { 1 => 8, 2 => 5, _ => 4 }))];
        var isByHead = dimensions > 1 && random.Next(3) == 0;
        var (scale, fill) = (random.Next(3, 30), random.NextDouble());
        var shape = isByHead ? Shape(s_mixed, sizes) with { HeadIndex = 0, GroupOf = head => head % 2 == 0 ? s_sensitive : s_open } : Shape(s_sensitive, sizes);
        var cells = new List<QueryCell>();
        for (var i = 0; i < sizes.Aggregate(1, (product, size) => product * size); i++)
        {
            var key = new CellKey(i % sizes[0], dimensions > 1 ? i / sizes[0] % sizes[1] : 0, dimensions > 2 ? i / sizes[0] / sizes[1] : 0);
            var heads = shape.GroupOf(isByHead ? key.K1 : 0);
            if (random.NextDouble() < fill && random.Next(scale) is > 0 and var count)
                cells.Add(Cell(key, heads, count, heads == s_open ? 0 : count));
        }
        return ([.. cells.OrderBy(cell => cell.Key)], shape);
    }

    private static TableShape Shape(HeadGroup heads, params int[] sizes) =>
        new(sizes.Length, -1, heads, _ => heads, dimension => [.. Enumerable.Range(0, sizes[dimension])]);

    private static QueryCell Cell(CellKey key, long count) => Cell(key, s_sensitive, count, count);

    private static QueryCell Cell(CellKey key, HeadGroup heads, long count, long sensitive)
    {
        var cell = new QueryCell(key, heads);
        cell.Set(QuerySlice.Current, new Tally(count, 0, 0, 0, 0), new Tally(sensitive, 0, 0, 0, 0));
        return cell;
    }
}
