using System.Globalization;
using CrimeInsight.Core.Spatial.Association;

namespace CrimeInsight.Benchmarks;

/// <summary>The figures of the spatial statistics beside their targets.</summary>
internal sealed class SpatialFigures(FigureTable table)
{
    private const int FewPlaces = 750;
    private const int ManyPlaces = 10_000;
    private const double MillisecondsBudget = 1_000;
    private const double RatesBudget = 2_000;
    private const int NullSets = 200;
    private const double FalseAlarmBudget = 5;
    private const int CubePlaces = 2_000;
    private const int CubeSteps = 60;
    private const int NullCubes = 200;
    private const int NullCubePlaces = 200;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        foreach (var method in new[] { LocalMethod.GetisOrdStar, LocalMethod.Moran })
        {
            Times(FewPlaces, method, cancellationToken);
            Times(ManyPlaces, method, cancellationToken);
        }

        foreach (var (mean, isOverdispersed) in new[] { (3.0, false), (3.0, true), (100.0, false), (100.0, true) })
        {
            var milliseconds = SpatialBenchmark.Rates(ManyPlaces, mean, isOverdispersed, cancellationToken);
            table.Add(
                Text($"rates of {ManyPlaces} areas, {mean} cases each, {(isOverdispersed ? "gamma-multinomial" : "multinomial")}, {SpatialBenchmark.Permutations} replicas"),
                Text($"{milliseconds:0} ms"), Text($"≤ {RatesBudget} ms"), milliseconds <= RatesBudget);
        }

        await SpdepAsync(cancellationToken);
        Alarms(cancellationToken);
        table.Add(Text($"emerging classes of {CubePlaces} places by {CubeSteps} months"),
            Text($"{SpatialBenchmark.Cube(CubePlaces, CubeSteps, cancellationToken):0} ms"), "", null);
        table.Add("kernel density of 100,000 events on 512 × 512 cells", Text($"{SpatialBenchmark.Density(100_000, 512, false, cancellationToken):0} ms"), "",
            null);
        table.Add("adaptive kernel density of 10,000 events on 512 × 512 cells", Text($"{SpatialBenchmark.Density(10_000, 512, true, cancellationToken):0} ms"),
            "", null);
    }

    private void Times(int places, LocalMethod method, CancellationToken cancellationToken)
    {
        var speed = SpatialBenchmark.Time(places, method, cancellationToken);
        var slowest = Math.Max(speed.Given, speed.Unequal);
        table.Add(
            Text($"{method} of {places} areas, {SpatialBenchmark.Permutations} conditional permutations"),
            Text($"{speed.Given:0.0} ms; unequal weights {speed.Unequal:0.0} ms; neighbours {speed.Neighbours:0.0} ms"),
            Text($"≤ {MillisecondsBudget} ms"),
            slowest <= MillisecondsBudget);
        table.Add(Text($"{method} of {places} areas, {speed.AutomaticPermutations} permutations (automatic)"), Text($"{speed.Automatic:0.0} ms"), "", null);
    }

    private async Task SpdepAsync(CancellationToken cancellationToken)
    {
        foreach (var places in new[] { FewPlaces, ManyPlaces })
        {
            if (await SpatialBenchmark.SecondsOfSpdepAsync(places, cancellationToken) is not { } seconds)
            {
                table.Note("No R with its package spdep: local Moran was not timed beside it.");
                return;
            }

            var own = SpatialBenchmark.Time(places, LocalMethod.Moran, cancellationToken).Given;
            table.Add(Text($"spdep's localmoran_perm of {places} areas against ours"), Text($"{1000 * seconds / own:0} × ({seconds:0.00} s)"), "", null);
        }
    }

    private void Alarms(CancellationToken cancellationToken)
    {
        foreach (var method in new[] { LocalMethod.GetisOrdStar, LocalMethod.Moran })
        {
            var alarms = SpatialBenchmark.NullData(NullSets, FewPlaces, method, DiscoveryBasis.Permutations, cancellationToken);
            table.Add(
                Text($"{method}: false alarms in {NullSets} data sets of {FewPlaces} areas without a pattern"),
                Text($"{alarms.DataSets:0.0} % of data sets, {alarms.Areas:0.000} % of areas"),
                Text($"≤ {FalseAlarmBudget} %"),
                alarms.DataSets <= FalseAlarmBudget);
            var normal = SpatialBenchmark.NullData(NullSets, FewPlaces, method, DiscoveryBasis.Normal, cancellationToken);
            table.Add(Text($"{method}: the same by the normal approximation"), Text($"{normal.DataSets:0.0} % of data sets, {normal.Areas:0.000} % of areas"),
                "", null);
        }

        var cubes = SpatialBenchmark.NullCubes(NullCubes, NullCubePlaces, CubeSteps, cancellationToken);
        table.Add(
            Text($"emerging classes: false alarms in {NullCubes} cubes of {NullCubePlaces} places by {CubeSteps} months without a pattern"),
            Text($"{cubes.DataSets:0.0} % of cubes, {cubes.Areas:0.000} % of places"),
            Text($"≤ {FalseAlarmBudget} %"),
            cubes.DataSets <= FalseAlarmBudget);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
