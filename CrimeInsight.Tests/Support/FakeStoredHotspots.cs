using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Hotspots;

namespace CrimeInsight.Tests.Support;

/// <summary>Stored is what a test gives, whatever is asked; nothing otherwise.</summary>
internal sealed class FakeStoredHotspots : IStoredHotspots
{
    /// <summary>What was asked for: the kind as it is stored, and the request.</summary>
    public List<(short Kind, HotspotRequest Request)> Asked { get; } = [];

    public HotspotReport? Report { get; set; }

    public NearRepeatFindings? NearRepeats { get; set; }

    public ConcentrationFindings? Concentration { get; set; }

    public Task<HotspotReport?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) => Find(HotspotKind.Of(request.Method), request, Report);

    public Task<NearRepeatFindings?> FindNearRepeatsAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) => Find(HotspotKind.NearRepeats, request, NearRepeats);

    public Task<ConcentrationFindings?> FindConcentrationAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) => Find(HotspotKind.Concentration, request, Concentration);

    private Task<T?> Find<T>(short kind, HotspotRequest request, T? stored)
        where T : class
    {
        lock (Asked)
            Asked.Add((kind, request));
        return Task.FromResult(stored);
    }
}
