using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Results;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>Asks all that is stored of an area, head by head, as a person.</summary>
internal sealed class HotspotComputer(HotspotMethods methods, HotspotSources sources)
{
    public HotspotAnalysis Hotspots { get; } = new(methods, sources);

    /// <param name="heads">Ids.</param>
    /// <param name="data">As they were before the first case is read: newer ones may come in between, older ones not.</param>
    /// <param name="done">Told the number of results so far.</param>
    public async Task<IReadOnlyList<ComputedResult>> RunAsync(
        Jurisdiction area,
        ImmutableArray<short> heads,
        ReferenceData reference,
        DataStatus data,
        Viewer owner,
        IProgress<int> done,
        CancellationToken cancellationToken)
    {
        var (json, results) = (ResultJson.Of(reference.Jurisdictions), new List<ComputedResult>());
        foreach (var head in heads.Select(id => reference.Heads.Find(id)!))
        {
            foreach (var method in methods.Stored)
            {
                // What is answered from memory does not look.
                cancellationToken.ThrowIfCancellationRequested();
                var request = new HotspotRequest(method.Usual, area.Code, head.Level == CrimeHeadLevel.All ? null : head.Code);
                var report = await Hotspots.RunAsync(request, owner, null, cancellationToken).ConfigureAwait(false);
                results.Add(new ComputedResult(HotspotKeys.Of(method, request, owner, reference, data)!, method.Write(report, json)));
                done.Report(results.Count);
            }
        }

        return results;
    }
}
