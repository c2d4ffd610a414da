using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>Asks all that is stored of an area, head by head, as a person.</summary>
internal sealed class HotspotComputer
{
    private readonly NearRepeatAnalysis _nearRepeats;
    private readonly ConcentrationAnalysis _concentration;

    public HotspotComputer(IIncidentQueryRunner queries, ICasePointReader points, IDataStatusReader status, IReferenceDataReader references, int threads)
    {
        var places = new PlaceCasesReader(queries, references);
        Hotspots = new HotspotAnalysis(places, points, new MapAnalysis(queries), status, references) { Threads = threads };
        _nearRepeats = new NearRepeatAnalysis(points, status) { Threads = threads };
        _concentration = new ConcentrationAnalysis(places, status);
    }

    /// <summary>Results of one head.</summary>
    public static int ResultsPerHead => HotspotPart.Methods.Length + 2;

    public HotspotAnalysis Hotspots { get; }

    /// <param name="heads">Ids.</param>
    /// <param name="data">As they were before the first case is read: newer ones may come in between, older ones not.</param>
    /// <param name="done">Told the number of results so far.</param>
    public async Task<IReadOnlyList<ComputedResult>> RunAsync(
        Jurisdiction area, ImmutableArray<short> heads, ReferenceData reference, DataStatus data, Viewer owner, IProgress<int> done, CancellationToken cancellationToken)
    {
        var (json, results) = (ResultJson.Of(reference.Jurisdictions), new List<ComputedResult>());
        foreach (var head in heads.Select(id => reference.Heads.Find(id)!))
        {
            foreach (var method in HotspotPart.Methods)
                await AddAsync(HotspotKeys.Hotspots, method, request => Hotspots.RunAsync(request, owner, null, cancellationToken)).ConfigureAwait(false);
            await AddAsync(HotspotKeys.NearRepeats, default, request => _nearRepeats.RunAsync(request, owner, null, cancellationToken)).ConfigureAwait(false);
            await AddAsync(HotspotKeys.Concentration, default, request => _concentration.RunAsync(request, owner, cancellationToken)).ConfigureAwait(false);

            async Task AddAsync<TReport>(string kind, HotspotMethod method, Func<HotspotRequest, Task<TReport>> ask)
            {
                // What is answered from memory does not look.
                cancellationToken.ThrowIfCancellationRequested();
                var request = new HotspotRequest(method, area.Code, head.Level == CrimeHeadLevel.All ? null : head.Code, data.AsOf);
                var report = await ask(request).ConfigureAwait(false);
                results.Add(new ComputedResult(HotspotKeys.Of(kind, request, owner, reference, data)!, json.Write(report)));
                done.Report(results.Count);
            }
        }

        return results;
    }
}
