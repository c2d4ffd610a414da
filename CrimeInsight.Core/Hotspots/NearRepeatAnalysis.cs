using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Spatial.Knox;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Looks for near repeats among the cases of a scope, within a person's rights: a Knox table with permuted times.</summary>
public sealed class NearRepeatAnalysis(ICasePointReader points, IDataStatusReader status)
{
    /// <summary>Most cases whose pairs are counted.</summary>
    public const int MostCases = 60_000;

    private const int LeastCases = 50;

    /// <summary>Most threads that compute at once.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Upper ends of the bands of distance, in metres.</summary>
    public static ImmutableArray<double> Metres { get; } = [200, 400, 800];

    /// <summary>Upper ends of the bands of days.</summary>
    public static ImmutableArray<double> Days { get; } = [7, 14, 28];

    /// <param name="request">Its method and neighbours are not used.</param>
    /// <param name="progress">Told the share done, 0–1, from any thread.</param>
    public async Task<NearRepeatFindings> RunAsync(HotspotRequest request, Viewer viewer, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((await status.GetAsync(cancellationToken).ConfigureAwait(false)).AsOf is not { } asOf)
            return new NearRepeatFindings(Period.LastMonths(DateOnly.MaxValue, request.Months), 0, null, HotspotObstacle.NoData);
        var period = request.PeriodAt(asOf);
        ImmutableArray<string> heads = request.HeadCode is { } head ? [head] : [];
        if (await points.ReadAsync(request.JurisdictionCode, heads, period, MostCases, viewer, cancellationToken).ConfigureAwait(false) is not { } cases)
            return new NearRepeatFindings(period, 0, null, HotspotObstacle.TooManyCases);
        if (cases.IsWithheld)
            return new NearRepeatFindings(period, 0, null, HotspotObstacle.Withheld);
        if (cases.Places.Count < LeastCases)
            return new NearRepeatFindings(period, cases.Places.Count, null, HotspotObstacle.TooFewCases);
        var knox = new KnoxRequest(cases.Places, cases.Days.AsSpan(), Metres.AsSpan(), Days.AsSpan()) { Alpha = request.Level, Seed = request.Seed, IsTrendKept = true };
        var done = progress is null ? null : new StepShare(progress, knox.Replicas);
        var report = await Task.Run(() => KnoxTest.Run(knox, done, Threads, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new NearRepeatFindings(period, cases.Places.Count, NearRepeatTable.Of(report), null) { IsWithoutSensitive = cases.IsWithoutSensitive };
    }
}
