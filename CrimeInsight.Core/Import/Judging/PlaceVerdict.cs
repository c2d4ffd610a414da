using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What coordinates say.</summary>
/// <param name="Reason">Against them; null when they are good.</param>
/// <param name="District">In which they lie; null when in none.</param>
/// <param name="IsInNeighbour">They lie in another district than the one named, but near it.</param>
/// <param name="IsOffCoast">They lie off every computed boundary, but near the place named, which has a coast.</param>
internal readonly record struct PlaceVerdict(RejectReason? Reason, Jurisdiction? District = null, bool IsInNeighbour = false, bool IsOffCoast = false);
