using System.Collections.Concurrent;
using System.Globalization;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// How often scans find clusters where nothing stands out, and where a tenth of the places has more: by chance alone ("before") and as counts vary.
/// </summary>
internal sealed class HonestyScans(FigureTable table, int sets)
{
    private const int Threads = 2;
    private const double Level = 0.05;
    private const double PowerShare = 0.9;

    /// <summary>By then it is clear that nothing stands out.</summary>
    private const int StopAfterHits = 20;

    private static readonly (string Name, HonestyCounts Counts)[] s_kinds =
    [
        ("Poisson, 1,500 cases", new(60, 24, 1500, double.PositiveInfinity)),
        ("Poisson, 6,000 cases", new(60, 24, 6000, double.PositiveInfinity)),
        ("negative binomial k = 5, 6,000 cases", new(60, 24, 6000, 5)),
        ("negative binomial k = 10, 6,000 cases", new(60, 24, 6000, 10)),
        ("k = 5, autocorrelation 0.4, 6,000 cases", new(60, 24, 6000, 5, 0.4)),
        ("as London varies, places unlike, 30,000 cases", new(100, 24, 30_000, 0, 0.2, 1.4)),
    ];

    public void Add(CancellationToken cancellationToken)
    {
        foreach (var (name, counts) in s_kinds)
        {
            Add("rising now (prospective permutation)", name, counts, ScanModel.Permutation, ScanSpan.Prospective, 2, cancellationToken);
            Add("space-time permutation", name, counts, ScanModel.Permutation, ScanSpan.SpaceTime, 2, cancellationToken);
            Add("space-time Poisson", name, counts, ScanModel.Poisson, ScanSpan.SpaceTime, 2, cancellationToken);
            Add("spatial Poisson", name, counts, ScanModel.Poisson, ScanSpan.Space, 1.5, cancellationToken);
        }
    }

    private void Add(string method, string kind, HonestyCounts counts, ScanModel model, ScanSpan span, double risk, CancellationToken cancellationToken)
    {
        var looks = new ConcurrentBag<Look>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken };
        Parallel.For(1, sets + 1, options, seed =>
        {
            var (quiet, planted) = (counts.Draw(model, span, 1, seed), counts.Draw(model, span, risk, seed));
            looks.Add(new Look(First(quiet, isAuto: false), First(quiet, isAuto: true), First(planted, isAuto: false), First(planted, isAuto: true)));
        });
        // What the statistic finds when it is held against data of the same kind: its power at an honest 5 %.
        var critical = looks.Select(look => look.Quiet.LogLikelihoodRatio).Order().ElementAt((int)Math.Ceiling((1 - Level) * sets) - 1);
        var adjusted = Percent(looks, look => look.Planted.LogLikelihoodRatio > critical);
        var (before, after) = (Percent(looks, look => look.Quiet.P <= Level), Percent(looks, look => look.QuietAuto.P <= Level));
        var power = Percent(looks, look => look.PlantedAuto.P <= Level);
        var chance = 200 * Math.Sqrt(Level * (1 - Level) / sets);
        table.Add(
            Text($"{method}; {kind}"),
            Text($"false alarms {before:0.#} → {after:0.#} %; relative risk {risk} found {Percent(looks, look => look.Planted.P <= Level):0} ({adjusted:0} at an honest 5 %) → {power:0} %"),
            Text($"≤ 5 % (+ {chance:0.0} by chance); ≥ {100 * PowerShare:0} % of {adjusted:0} %"),
            after <= 100 * Level + chance && power >= PowerShare * adjusted - chance);
    }

    private static ScanCluster First(ScanRequest request, bool isAuto) => KulldorffScan.Run(
        request with { Overdispersion = isAuto ? Overdispersion.Auto : Overdispersion.None, StopAfterHits = StopAfterHits, MostClusters = 1 }, null, 1,
        CancellationToken.None).Clusters[0];

    private double Percent(IEnumerable<Look> looks, Func<Look, bool> isSo) => 100.0 * looks.Count(isSo) / sets;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Look(ScanCluster Quiet, ScanCluster QuietAuto, ScanCluster Planted, ScanCluster PlantedAuto);
}
