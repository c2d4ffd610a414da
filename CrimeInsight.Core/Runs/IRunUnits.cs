using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Runs;

/// <summary>Port: the units of a run, which several processes share. A unit is claimed for a minute, and longer while it is heard of.</summary>
public interface IRunUnits
{
    /// <summary>
    /// Marks a run as running and writes down what is to be done, of the kinds it is about: what is known stays as it stands,
    /// but for units of an older version. False when the run is over.
    /// </summary>
    Task<bool> JoinAsync(Guid run, IReadOnlyList<PlannedUnit> plan, Viewer owner, CancellationToken cancellationToken);

    /// <summary>Claims the first unit that waits, or whose process is no longer heard of, and that needs no other.</summary>
    /// <param name="parts">Units of other kinds or versions are left to others.</param>
    Task<NextUnit> ClaimAsync(Guid run, Guid holder, IReadOnlyCollection<IRunPart> parts, Viewer owner, CancellationToken cancellationToken);

    /// <summary>Tells how far the unit is, which is also its sign of life.</summary>
    Task<RunSign> ReportAsync(RunClaim claim, CancellationToken cancellationToken);

    /// <summary>The unit is done; nothing when it was said with its results.</summary>
    Task FinishAsync(RunClaim claim, CancellationToken cancellationToken);

    /// <summary>Gives the unit back, unless it is done.</summary>
    Task ReleaseAsync(RunClaim claim, CancellationToken cancellationToken);

    /// <summary>Ends a running run; as done only when all its units are.</summary>
    /// <param name="problem">Why it failed; null unless it did.</param>
    /// <returns>False when it was not this call that ended it.</returns>
    Task<bool> EndAsync(Guid run, RunState state, string? problem, Viewer owner, CancellationToken cancellationToken);
}
