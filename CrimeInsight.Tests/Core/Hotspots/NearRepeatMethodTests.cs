using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Hotspots;

public sealed class NearRepeatMethodTests
{
    private static readonly Viewer s_viewer = new(Guid.Empty, "asha", PersonRole.Supervisor, [2]);
    private static readonly HotspotRequest s_request = new(new NearRepeatSettings(), GridPlaces.State, "murder");

    /// <summary>Three cases of ten are followed within 57 m and five days: raised within 200 m for a week, not further away.</summary>
    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.0, false)]
    public async Task RunAsync_PlantedContagion_IsFoundAndNothingElse(double contagion, bool isFound)
    {
        var found = await RunAsync(new FakeCasePoints { Contagion = contagion });
        var raised = found.Report!.Calendar.Where(statement => statement.ElevatedUntilDays is not null).ToList();
        Assert.Equal(isFound, raised.Count > 0);
        Assert.All(raised, statement => Assert.Equal((0.0, 200.0, 7.0), (statement.FromMetres, statement.UntilMetres, statement.ElevatedUntilDays)));
        Assert.All(raised, statement => Assert.True(statement.Ratio > 5));
    }

    [Fact]
    public async Task RunAsync_TooManyCases_SaysSo() => Assert.Equal(HotspotObstacle.TooManyCases, (await RunAsync(new Crowd())).Obstacle);

    private static async Task<NearRepeatFindings> RunAsync(ICasePointReader points) => (NearRepeatFindings)await GridHotspots
        .Analysis(new FakeQueryRunner(_ => []), points, GridHotspots.Status).RunAsync(s_request, s_viewer, null, TestContext.Current.CancellationToken);

    private sealed class Crowd : ICasePointReader
    {
        public Task<CasePoints?> ReadAsync(
            string? jurisdictionCode, ImmutableArray<string> heads, Period period, int most, Viewer viewer, CancellationToken cancellationToken) =>
                Task.FromResult<CasePoints?>(null);
    }
}
