using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A method that compares single cases with a background.</summary>
internal abstract class ComparedCasesMethod<TSettings, TReport> : CasesMethod<TSettings, TReport>
    where TSettings : ComparedSettings, new()
    where TReport : ComparedCasesReport
{
    protected override async Task<TReport?> FindAsync(
        HotspotSearch search, ImmutableArray<string> heads, TSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (await PointStudyReader.ReadAsync(search, heads, settings, MostCases, cancellationToken).ConfigureAwait(false) is not { } study)
            return null;
        return await Task.Run(() => Find(search, study, settings, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A report about a study.</summary>
    protected TReport Report(HotspotSearch search, PointStudy study, TSettings settings, HotspotObstacle? obstacle = null)
    {
        var (cases, population) = study.Split();
        return Empty(search, settings, obstacle) with { Comparison = new Comparison(study.Background, cases.Length, population.Length, study.ComparedPeriod) };
    }

    protected abstract TReport Find(HotspotSearch search, PointStudy study, TSettings settings, CancellationToken cancellationToken);
}
