using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Spatial.Concentration;

namespace CrimeInsight.Core.Hotspots;

/// <summary>How the cases of a scope concentrate at its places, within a person's rights.</summary>
public sealed class ConcentrationAnalysis(PlaceCasesReader reader, IDataStatusReader status)
{
    private const int Simulations = 199;

    /// <param name="request">Its method and neighbours are not used.</param>
    public async Task<ConcentrationFindings> RunAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((await status.GetAsync(cancellationToken).ConfigureAwait(false)).AsOf is not { } asOf)
            return new ConcentrationFindings(null);
        var (level, places) = await reader.PlacesAsync(request, viewer, cancellationToken).ConfigureAwait(false);
        if (places.Length < HotspotAnalysis.LeastPlaces)
            return new ConcentrationFindings(null);
        var period = request.PeriodAt(asOf);
        foreach (var (heads, isWithoutSensitive) in await reader.HeadsAsync(request, level, cancellationToken).ConfigureAwait(false))
        {
            if (await reader.ReadAsync(heads, request.JurisdictionCode, level, places, period, viewer, cancellationToken).ConfigureAwait(false) is not { } cases)
                continue;
            int[] totals = [.. Enumerable.Range(0, cases.Places.Length).Select(cases.TotalOf)];
            var report = await Task.Run(() => EventConcentration.Measure(totals, Simulations, request.Seed, cancellationToken), cancellationToken).ConfigureAwait(false);
            return new ConcentrationFindings(report) { IsWithoutSensitive = isWithoutSensitive };
        }

        return new ConcentrationFindings(null) { IsWithheld = true };
    }
}
