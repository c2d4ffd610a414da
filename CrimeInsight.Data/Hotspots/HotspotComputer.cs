using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Data.Hotspots;

/// <summary>Asks of an area what the page asks unless told otherwise, head by head, as a person.</summary>
internal sealed class HotspotComputer
{
    private readonly IDataStatusReader _status;
    private readonly IReferenceDataReader _references;
    private readonly NearRepeatAnalysis _nearRepeats;
    private readonly ConcentrationAnalysis _concentration;

    /// <param name="queries">Its memory is filled with what pages hardly ask: give it one of its own.</param>
    public HotspotComputer(IIncidentQueryRunner queries, ICasePointReader points, IDataStatusReader status, IReferenceDataReader references, int threads)
    {
        var places = new PlaceCasesReader(queries, references);
        (_status, _references) = (status, references);
        Hotspots = new HotspotAnalysis(places, points, new MapAnalysis(queries), status, references) { Threads = threads };
        _nearRepeats = new NearRepeatAnalysis(points, status) { Threads = threads };
        _concentration = new ConcentrationAnalysis(places, status);
    }

    public HotspotAnalysis Hotspots { get; }

    /// <param name="heads">Ids.</param>
    /// <param name="done">Told the number of results so far.</param>
    /// <returns>Null when there are no complete months.</returns>
    public async Task<HotspotPanel?> RunAsync(Jurisdiction area, IReadOnlyCollection<short> heads, Viewer owner, IProgress<int> done, CancellationToken cancellationToken)
    {
        var reference = await _references.GetAsync(cancellationToken);
        if (await _status.GetAsync(cancellationToken) is not { AsOf: { } asOf } status)
            return null;
        var json = HotspotJson.Of(reference.Jurisdictions);
        var results = new List<HotspotResult>();
        foreach (var head in heads.Select(id => reference.Heads.Find(id)!))
        {
            foreach (var kind in HotspotKind.Stored)
            {
                // What is answered from memory does not look.
                cancellationToken.ThrowIfCancellationRequested();
                var method = kind < HotspotKind.NearRepeats ? (HotspotMethod)kind : default;
                var request = new HotspotRequest(method, area.Code, head.Level == CrimeHeadLevel.All ? null : head.Code, asOf);
                results.Add(new HotspotResult(head.Id, kind, request, await AskAsync(kind, request, json, owner, cancellationToken)));
                done.Report(results.Count);
            }
        }

        return new HotspotPanel(status.MonthsVersion, reference.Version, asOf, results);
    }

    private async Task<string> AskAsync(short kind, HotspotRequest request, HotspotJson json, Viewer owner, CancellationToken cancellationToken) => kind switch
    {
        HotspotKind.NearRepeats => json.Write(await _nearRepeats.RunAsync(request, owner, null, cancellationToken)),
        HotspotKind.Concentration => json.Write(await _concentration.RunAsync(request, owner, cancellationToken)),
        _ => json.Write(await Hotspots.RunAsync(request, owner, null, cancellationToken)),
    };
}
