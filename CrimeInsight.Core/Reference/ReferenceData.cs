using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Reference;

/// <summary>Reference data every page needs, immutable; a new instance appears when an admin changes it.</summary>
/// <param name="Version">Grows with each change.</param>
public sealed record ReferenceData(JurisdictionTree Jurisdictions, CrimeHeadTree Heads, long Version);
