using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Matching;

namespace CrimeInsight.Tests.Core.Spatial.Clustering;

public sealed class ClusterMatchingTests
{
    // On a line, reach 2. The first stays, is missing once and comes back. The second falls apart into {100, 101} and
    // {110, 111, 112}, of which the latter overlaps more, 5 of 7 against 4 of 6, and so carries its number on; then they meet again.
    private static readonly ClusterStep[] s_months =
    [
        Step([0, 1, 2, 100, 101, 110, 111, 300], [0, 0, 0, 1, 1, 1, 1, -1]),
        Step([0, 1, 2, 100, 101, 110, 111, 112], [0, 0, 0, 1, 1, 2, 2, 2]),
        Step([0, 1, 100, 101, 110, 111, 500], [0, 0, 1, 1, 1, 1, 2]),
        Step([100, 101, 110, 111], [0, 0, 0, 0]),
        Step([1], [0]),
    ];

    [Fact]
    public void Run_WorkedMonths_TellsWhatHappened()
    {
        var report = Run(s_months, new MatchRequest(2));
        Assert.Equal(
            [
                "0 Born 0", "0 Born 1",
                "1 Survives 0", "1 Survives 1", "1 Splits 2 1",
                "2 Survives 0", "2 Survives 1", "2 Merges 2 1", "2 Born 3",
                "3 Survives 1", "3 Ends 3",
                "4 Survives 0",
            ],
            report.Events.Select(item => $"{item.Step} {item.Kind} {item.Track} {item.Other}".TrimEnd()));
        Assert.Equal([0, 1, 2, 4], report.Tracks[0].Stages.Select(stage => stage.Step));
        Assert.Equal([1, 2, 1, 0], report.Tracks[1].Stages.Select(stage => stage.Label));
        Assert.Equal((0.8, 0.8), (report.Tracks[0].Stability, report.Tracks[0].StabilitySinceFirst));
        Assert.Equal((0.2, 1 / 3.0), (report.Tracks[3].Stability, report.Tracks[3].StabilitySinceFirst));
        Assert.Equal(5 / 7.0, report.Events.Single(item => item is { Step: 1, Kind: ClusterEventKind.Survives, Track: 1 }).Overlap, 1e-12);
        Assert.Equal(4 / 6.0, report.Events.Single(item => item.Kind == ClusterEventKind.Splits).Overlap, 1e-12);
    }

    [Fact]
    public void Run_NoGapAllowed_BeginsAgain()
    {
        var report = Run(s_months, new MatchRequest(2, mostGap: 0));
        Assert.Equal([0, 1, 2], report.Tracks[0].Stages.Select(stage => stage.Step));
        Assert.Contains(report.Events, item => item is { Step: 3, Kind: ClusterEventKind.Ends, Track: 0 });
        Assert.Contains(report.Events, item => item is { Step: 4, Kind: ClusterEventKind.Born, Track: 4 });
    }

    [Fact]
    public void Run_NothingInReach_IsBornAgain() =>
        Assert.DoesNotContain(Run([Step([0, 1], [0, 0]), Step([10, 11], [0, 0])], new MatchRequest(2)).Events, item => item.Kind == ClusterEventKind.Survives);

    [Fact]
    public void Run_SmallShare_IsAnotherCluster()
    {
        ClusterStep[] steps = [Step([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            Step([9, 12, 15, 18, 21, 24, 27, 30, 33, 36], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0])];
        Assert.Equal(2, Run(steps, new MatchRequest(1, 0.3)).Tracks.Length);
        Assert.Single(Run(steps, new MatchRequest(1, 0.1)).Tracks);
    }

    [Fact]
    public void Run_PointsInOtherOrderAndMoved_GivesTheSameTracks()
    {
        ClusterStep[] turned = [.. s_months.Select(step => new ClusterStep(
            new MetrePoints([.. ((MetrePoints)step.Points).Y.Reverse().Select(y => y + 1e5)], [.. ((MetrePoints)step.Points).X.Reverse().Select(x => 7 - x)]),
            [.. step.Labels.Reverse()]))];
        Assert.Equal(Run(s_months, new MatchRequest(2)).Events, Run(turned, new MatchRequest(2)).Events);
    }

    [Fact]
    public void Run_Degrees_MeasuresAlongTheGroundAndToleratesEmptyMonths()
    {
        ClusterStep[] steps = [
            new(new DegreePoints([13, 13.001], [80, 80]), [0, 0]), new(new DegreePoints([], []), []), new(new DegreePoints([13.003], [80]), [0])];
        Assert.Single(Run(steps, new MatchRequest(250)).Tracks);
        Assert.Equal(2, Run(steps, new MatchRequest(200)).Tracks.Length);
    }

    [Fact]
    public void Run_InvalidInput_SaysWhatAndHow()
    {
        Assert.Contains("reachMetres must lie in", Refusal(() => new MatchRequest(0)), StringComparison.Ordinal);
        Assert.Contains("leastShare must lie in", Refusal(() => new MatchRequest(1, 1.5)), StringComparison.Ordinal);
        Assert.Contains("steps[1] and steps[0] are not both metres or both degrees",
            Refusal(() => Run([Step([1], [0]), new ClusterStep(new DegreePoints([1], [1]), [0])], new MatchRequest(1))), StringComparison.Ordinal);
        Assert.Contains("steps[0] has 2 labels for 1 points", Refusal(() => Run([Step([1], [0, 0])], new MatchRequest(1))), StringComparison.Ordinal);
    }

    private static ClusterStep Step(double[] x, int[] labels) => new(new MetrePoints(x, new double[x.Length]), [.. labels]);

    private static MatchReport Run(IReadOnlyList<ClusterStep> steps, MatchRequest request) =>
        ClusterMatching.Run(steps, request, null, TestContext.Current.CancellationToken);

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
