using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Stored is what a test gives, whatever is asked; nothing otherwise.</summary>
internal sealed class FakeStoredHotspots : IStoredHotspots
{
    public HotspotReport? Report { get; set; }

    public NearRepeatFindings? NearRepeats { get; set; }

    public ConcentrationFindings? Concentration { get; set; }

    public Task<HotspotReport?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) => Task.FromResult(Report);

    public Task<NearRepeatFindings?> FindNearRepeatsAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) => Task.FromResult(NearRepeats);

    public Task<ConcentrationFindings?> FindConcentrationAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) => Task.FromResult(Concentration);
}
