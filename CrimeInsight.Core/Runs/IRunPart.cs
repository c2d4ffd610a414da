namespace CrimeInsight.Core.Runs;

/// <summary>One kind of result that runs compute. Every registered part takes part in every run.</summary>
public interface IRunPart
{
    /// <summary>Stored; never rename.</summary>
    string Kind { get; }

    /// <summary>Grows when it computes something else, or the same otherwise: then, and only of this kind, what is stored is out of date.</summary>
    int Version { get; }

    /// <summary>Its units, those of one turn in the order in which people miss them.</summary>
    IEnumerable<RunUnit> Plan(RunScope scope);

    /// <summary>
    /// Works on a unit of its plan and stores what came of it, and in the same transaction that the unit is done
    /// (<see cref="Results.IResultStore"/>, or a store of its own). A unit of which nothing is stored is done when this returns.
    /// </summary>
    Task RunAsync(RunClaim claim, CancellationToken cancellationToken);
}
