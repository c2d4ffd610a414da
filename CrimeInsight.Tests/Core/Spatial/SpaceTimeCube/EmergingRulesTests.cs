using CrimeInsight.Core.Spatial.SpaceTimeCube;


namespace CrimeInsight.Tests.Core.Spatial.SpaceTimeCube;

public sealed class EmergingRulesTests
{
    // h: hot, c: cold, each with its mirror image.
    [Theory]
    [InlineData("..........", 0, EmergingClass.None, EmergingClass.None)]
    [InlineData(".hhhhhhhh.", 0, EmergingClass.None, EmergingClass.None)]
    [InlineData(".........h", 0, EmergingClass.NewHot, EmergingClass.NewCold)]
    [InlineData("..c......h", 0, EmergingClass.NewHot, EmergingClass.NewCold)]
    [InlineData("........hh", 0, EmergingClass.ConsecutiveHot, EmergingClass.ConsecutiveCold)]
    [InlineData("..c...hhhh", 0, EmergingClass.ConsecutiveHot, EmergingClass.ConsecutiveCold)]
    [InlineData("..hhhhhhhh", 0, EmergingClass.ConsecutiveHot, EmergingClass.ConsecutiveCold)]
    [InlineData(".hhhhhhhhh", 1, EmergingClass.IntensifyingHot, EmergingClass.DiminishingCold)]
    [InlineData("hhhh.hhhhh", 0, EmergingClass.PersistentHot, EmergingClass.PersistentCold)]
    [InlineData("hhhhhhhhhh", -1, EmergingClass.DiminishingHot, EmergingClass.IntensifyingCold)]
    [InlineData("..h.hh..hh", 0, EmergingClass.SporadicHot, EmergingClass.SporadicCold)]
    [InlineData(".......h.h", 1, EmergingClass.SporadicHot, EmergingClass.SporadicCold)]
    [InlineData("c.h.hh..hh", 0, EmergingClass.OscillatingHot, EmergingClass.OscillatingCold)]
    [InlineData("hhhhhhhhh.", 0, EmergingClass.HistoricalHot, EmergingClass.HistoricalCold)]
    [InlineData("hhhhhhhhhc", 0, EmergingClass.NewCold, EmergingClass.NewHot)]
    [InlineData("chhhhhhhhc", 0, EmergingClass.OscillatingCold, EmergingClass.OscillatingHot)]
    public void Classify_History_GivesTheDocumentedClass(string history, int trend, EmergingClass expected, EmergingClass mirrored)
    {
        Assert.Equal(expected, EmergingRules.Classify(States(history), trend));
        var mirror = history.Replace('h', 'x').Replace('c', 'h').Replace('x', 'c');
        Assert.Equal(mirrored, EmergingRules.Classify(States(mirror), trend));
    }

    [Theory]
    [InlineData("..c.hhh", 3)]
    [InlineData("hhhhhhh", 7)]
    [InlineData("hhhhhh.", 1)]
    public void FinalRun_History_CountsBackFromTheEnd(string history, int expected) => Assert.Equal(expected, EmergingRules.FinalRun(States(history)));

    private static BinState[] States(string history) =>
        [.. history.Select(letter => letter switch { 'h' => BinState.Hot, 'c' => BinState.Cold, _ => BinState.None })];
}
