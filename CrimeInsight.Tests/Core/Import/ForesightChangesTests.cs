using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Before and after add up, and no small count of protected heads follows from them.</summary>
public sealed class ForesightChangesTests
{
    private const short Protected = 4;

    private static readonly Month s_month = new(2024, 6);

    private static readonly CrimeHeadTree s_heads = new(
    [
        Head(0, null, "all"), Head(1, 0, "burglary"), Head(2, 0, "robbery"), Head(3, 0, "riots"), Head(Protected, 0, "rape", isSensitive: true),
    ]);

    private static readonly ForesightPlace[] s_places =
    [
        new(0, 100, JurisdictionLevel.Country, "IN"), new(1, 50, JurisdictionLevel.State, "A"), new(2, 3, JurisdictionLevel.District, "A1"),
        new(3, 4, JurisdictionLevel.District, "A2"), new(50, 100, JurisdictionLevel.State, "B"), new(51, 52, JurisdictionLevel.District, "B1"),
    ];

    [Theory]
    [InlineData(new[] { 2, 3 }, "A1,A2")]
    [InlineData(new[] { 2, 51 }, "A,B")]
    [InlineData(new[] { 2, 1 }, "A")]
    public void Tell_FileOfOneOrSeveralStates_IsToldByDistrictsOrStates(int[] ordinals, string expected)
    {
        var changes = new ForesightChanges(s_places, s_heads, [.. ordinals.Select(ordinal => new ForesightCount(s_month, ordinal, 1, 1))]);

        Assert.Equal(expected, string.Join(',', changes.Tell([]).Where(change => change.Head is null).Select(change => change.Place)));
    }

    [Fact]
    public void Tell_RandomFigures_AddUpAndHideSmallCountsOfProtectedHeads()
    {
        var random = new Random(8);
        var (told, withheld) = (0, 0);
        for (var draw = 0; draw < 500; draw++)
        {
            var stored = Enumerable.Range(1, Protected).Select(head => new ForesightCount(s_month, 2, (short)head, random.Next(12))).ToList();
            var entering = Enumerable.Range(1, Protected).Select(head => new ForesightCount(s_month, 2, (short)head, random.Next(-2, 9))).ToList();
            var all = new ForesightChanges(s_places, s_heads, entering).Tell(stored).ToList();
            if (all.Count == 0)
                continue;
            var heads = all.Where(change => change.Head is not null).ToList();
            Assert.DoesNotContain(heads, change => change.Head == "rape");
            if (heads.Count == 0)
            {
                withheld++;
                continue;
            }

            told++;
            Assert.Equal((all[0].Before, all[0].After), (heads.Sum(change => change.Before), heads.Sum(change => change.After)));
            foreach (var others in heads.Where(change => change.Head == ForeseenChange.Others))
                Assert.DoesNotContain(new[] { others.Before, others.After, Math.Abs(others.Change) }, cases => cases is > 0 and < 5);
        }

        Assert.InRange(told, 350, 500);
        Assert.InRange(withheld, 0, 100);
    }

    private static CrimeHead Head(short id, short? parent, string code, bool isSensitive = false) => new(
        id, code, parent, parent is null ? CrimeHeadLevel.All : CrimeHeadLevel.Head, isSensitive, new Dictionary<string, string> { ["en"] = code });
}
