using System.Collections.Immutable;

namespace CrimeInsight.Core.Runs;

/// <summary>Work whose results are stored together, by one process. A part may plan units that say more.</summary>
/// <param name="Name">Unique in a part and the same in every plan: a run that was killed knows it again.</param>
/// <param name="Work">For progress, in the time one series takes; more than 0.</param>
public record RunUnit(string Name, RunTurn Turn, long Work)
{
    /// <summary>Names of the part's units that must be done before.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];
}
