using CrimeInsight.Data.Import;

namespace CrimeInsight.Tests.Data.Import;

public sealed class RollupSumsTests
{
    [Fact]
    public void Of_KeysInAnyOrder_CountsEach()
    {
        var sums = RollupSums.Of([7UL, 3, 7, 7, 1]);

        Assert.Equal([1UL, 3, 7], sums.Keys.ToArray());
        Assert.Equal([1, 1, 3], sums.Counts.ToArray());
    }

    [Fact]
    public void WithAncestors_BranchThatSkipsALevelAndParentWithCountsOfItsOwn_SumsUpToTheRoot()
    {
        // 0 is the root; 1 its child; 2 below 1; 3, two levels down, below the root. Keys are nodes.
        int[] levels = [0, 1, 2, 2];
        ulong?[] parents = [null, 0, 1, 0];
        var sums = RollupSums.Of([2UL, 2, 1, 3]).WithAncestors(3, key => levels[key], key => parents[key]);

        Assert.Equal([0UL, 1, 2, 3], sums.Keys.ToArray());
        Assert.Equal([4, 3, 2, 1], sums.Counts.ToArray());
    }

    [Fact]
    public void OfPlaceAndOfCell_ExtremeParts_AreReadBackAndKeepTheOrderOfThePrimaryKey()
    {
        var place = RollupKey.OfPlace(6, RollupKey.MaxHeads - 1, RollupKey.MaxPlaces - 1, 12, 174);
        Assert.Equal((6, RollupKey.MaxHeads - 1, RollupKey.MaxPlaces - 1, 12, 174),
            (RollupKey.Level(place), RollupKey.PlaceHead(place), RollupKey.Place(place), RollupKey.PlaceMonth(place), RollupKey.Slot(place)));
        var cell = RollupKey.OfCell(13, RollupKey.MaxHeads - 1, (1L << 26) - 1, RollupKey.MaxPlaces - 1, 12);
        Assert.Equal((13, RollupKey.MaxHeads - 1, (1L << 26) - 1, RollupKey.MaxPlaces - 1, 12),
            (RollupKey.Zoom(cell), RollupKey.CellHead(cell), RollupKey.Cell(cell), RollupKey.CellPlace(cell), RollupKey.CellMonth(cell)));
        Assert.True(RollupKey.OfPlace(1, 0, 0, 1, 0) > RollupKey.OfPlace(0, RollupKey.MaxHeads - 1, RollupKey.MaxPlaces - 1, 12, 174));
        Assert.Equal(3, RollupKey.CellHead(RollupKey.WithCellHead(cell, 3)));
    }
}
