using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>All questions about one area.</summary>
/// <param name="Heads">Ids of the heads that are looked at.</param>
internal sealed record HotspotUnit(string Name, RunTurn Turn, long Work, Jurisdiction Area, ImmutableArray<short> Heads) : RunUnit(Name, Turn, Work);
