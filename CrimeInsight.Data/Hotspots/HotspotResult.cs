using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Data.Hotspots;

/// <summary>What came of one question.</summary>
/// <param name="HeadId">The root of the heads: all.</param>
/// <param name="Kind">As <see cref="HotspotKind"/>.</param>
/// <param name="Json">As <see cref="HotspotJson"/> writes it.</param>
internal sealed record HotspotResult(short HeadId, short Kind, HotspotRequest Request, string Json);
