using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Core.Runs;

/// <summary>A unit that this process alone works on, for as long as it is heard of.</summary>
/// <param name="Holder">This worker; what it stores after another took over is refused.</param>
/// <param name="Owner">The person the run works as.</param>
/// <param name="Threads">Most threads that compute at once.</param>
/// <param name="Meter">To be told how far it is.</param>
public sealed record RunClaim(Guid Run, Guid Holder, string Kind, RunUnit Unit, Viewer Owner, ReferenceData Reference, int Threads, UnitMeter Meter);
