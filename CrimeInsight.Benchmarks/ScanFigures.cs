using System.Globalization;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Benchmarks;

/// <summary>The scan statistic's figures beside their targets.</summary>
internal sealed class ScanFigures(FigureTable table)
{
    private const int Units = 750;
    private const int Months = 60;
    private const int Replicas = 999;
    private const int SpatialCases = 20_000;
    private const double SpatialBudget = 1;
    private const double SpaceTimeBudget = 20;

    /// <summary>SpatialEpi, measured once on a machine with two cores.</summary>
    private const double SpatialEpiSeconds = 10.4;

    private const int DataSets = 200;
    private const int PlantedSets = 50;
    private const double FalseAlarmTarget = 5;

    /// <summary>Two standard errors of 5 % over the data sets: a test that is exact exceeds it once in 40 runs.</summary>
    private static readonly double s_chance = 200 * Math.Sqrt(0.05 * 0.95 / DataSets);

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var (seconds, processor) = ScanBenchmark.Time(ScanBenchmark.Quiet(ScanModel.Poisson, ScanSpan.Space, Units, 1, SpatialCases, 1), 5, cancellationToken);
        table.Add(Text($"spatial scan of {Units} units, {Replicas} replicas"), Text($"{seconds:0.00} s on two threads ({processor:0.00} s of the processor)"),
            Text($"≤ {SpatialBudget} s"), seconds <= SpatialBudget);
        var rival = await ScanBenchmark.SecondsOfSpatialEpiAsync(Units, SpatialCases, Replicas, cancellationToken);
        table.Add("the same in SpatialEpi",
            Text($"{rival ?? SpatialEpiSeconds:0.0} s, {(rival ?? SpatialEpiSeconds) / seconds:0} × ours{(rival is null ? " (measured earlier: not installed "
                + "here)" : "")}"), "", null);
        SpaceTime(ScanModel.Permutation, 40_000, cancellationToken);
        SpaceTime(ScanModel.Permutation, 300_000, cancellationToken);
        SpaceTime(ScanModel.Poisson, 40_000, cancellationToken);
        Alarms("spatial Poisson scan", set => ScanBenchmark.Quiet(ScanModel.Poisson, ScanSpan.Space, 100, 1, 500, 1000 + set) with { Replicas = 199 },
            cancellationToken);
        Alarms("space-time Poisson scan", set => ScanBenchmark.Quiet(ScanModel.Poisson, ScanSpan.SpaceTime, 60, 12, 1500, 3000 + set) with { Replicas = 199 },
            cancellationToken);
        Alarms("space-time permutation scan",
            set => ScanBenchmark.Quiet(ScanModel.Permutation, ScanSpan.SpaceTime, 60, 12, 1500, 5000 + set) with { Replicas = 199 }, cancellationToken);
        Alarms("prospective permutation scan",
            set => ScanBenchmark.Quiet(ScanModel.Permutation, ScanSpan.Prospective, 60, 12, 1500, 7000 + set) with { Replicas = 199 }, cancellationToken);
        var found = ScanBenchmark.Found(PlantedSets, 60, 24, 8000, cancellationToken);
        table.Add(Text($"doubled cases at 6 of 60 places for 3 of 24 months: found ({PlantedSets} data sets)"), Text($"{found:0} %"), "", null);
    }

    private void SpaceTime(ScanModel model, int cases, CancellationToken cancellationToken)
    {
        var (seconds, processor) = ScanBenchmark.Time(ScanBenchmark.Quiet(model, ScanSpan.SpaceTime, Units, Months, cases, 1), 1, cancellationToken);
        table.Add(
            Text($"space-time {(model == ScanModel.Poisson ? "Poisson" : "permutation")} scan of {Units} districts × {Months} months, {cases} cases, {Replicas} replicas"),
            Text($"{seconds:0.0} s on two threads ({processor:0.0} s of the processor)"),
            Text($"≤ {SpaceTimeBudget} s"),
            seconds <= SpaceTimeBudget);
    }

    private void Alarms(string name, Func<int, ScanRequest> make, CancellationToken cancellationToken)
    {
        var percent = ScanBenchmark.FalseAlarms(DataSets, make, cancellationToken);
        table.Add(Text($"{name}: false alarms at 5 % on {DataSets} null data sets"), Text($"{percent:0.0} %"),
            Text($"≤ {FalseAlarmTarget} % (+ {s_chance:0.0} by chance)"), percent <= FalseAlarmTarget + s_chance);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
