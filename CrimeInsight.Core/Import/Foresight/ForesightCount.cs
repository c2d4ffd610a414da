using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>Cases, or more of them, of a head registered in a place in a month.</summary>
public readonly record struct ForesightCount(Month Month, int Ordinal, short HeadId, long Cases);
