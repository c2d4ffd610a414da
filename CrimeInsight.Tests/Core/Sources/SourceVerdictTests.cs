using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Sources;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Sources;

public sealed class SourceVerdictTests
{
    private static readonly FileSketch s_sketch = DataRoomSamples.Sketch;

    [Theory]
    [InlineData(100, 95, 0, 0, 5, "")]
    [InlineData(100, 94, 0, 0, 6, "Rejects")]
    [InlineData(100, 0, 3, 97, 0, "")]
    [InlineData(100, 0, 0, 99, 1, "Empty")]
    [InlineData(10, 0, 0, 0, 10, "Rejects,Empty")]
    public void Of_Counts_WaitWhenTheyGiveCause(long rows, long accepted, long updated, long duplicates, long rejected, string doubts) =>
        Assert.Equal(doubts, string.Join(',', SourceVerdict.Of(s_sketch, Report(rows, accepted, updated, duplicates, 0, rejected), null)));

    [Fact]
    public void Of_OtherHeaderConflictsOrAnomalies_Wait()
    {
        var sound = Report(100, 100, 0, 0, 0, 0);
        Assert.Empty(SourceVerdict.Of(s_sketch, sound, s_sketch.Fingerprint));
        Assert.Equal([SourceDoubt.Header], SourceVerdict.Of(s_sketch, sound, new string('0', 64)));
        Assert.Equal([SourceDoubt.Conflicts], SourceVerdict.Of(s_sketch, Report(100, 99, 0, 0, 1, 0), null));
        Assert.Equal([SourceDoubt.Anomalies], SourceVerdict.Of(s_sketch, sound with { Anomalies = [new Anomaly(AnomalyKind.OneHour)] }, null));
    }

    [Theory]
    [InlineData(SourceProblem.DiskFull, null, true)]
    [InlineData(SourceProblem.File, FileProblem.DiskFull, true)]
    [InlineData(SourceProblem.File, FileProblem.HoldsDemo, true)]
    [InlineData(SourceProblem.File, FileProblem.Damaged, false)]
    [InlineData(SourceProblem.Other, null, false)]
    public void IsPassing_Trouble_IsNotTheFiles(SourceProblem problem, FileProblem? file, bool isPassing) =>
        Assert.Equal(isPassing, new SourceTrouble(problem, [], file).IsPassing);

    private static ImportReport Report(long rows, long accepted, long updated, long duplicates, long conflicts, long rejected) =>
        DataRoomSamples.Report() with
        {
            Rows = rows, Accepted = accepted, Updated = updated, Duplicates = duplicates, Conflicts = conflicts, Rejected = rejected,
        };
}
