namespace CrimeInsight.Core.Runs;

/// <summary>A unit with the part whose it is.</summary>
public sealed record PlannedUnit(IRunPart Part, RunUnit Unit)
{
    /// <summary>What all parts plan, in the order it is worked on.</summary>
    public static IReadOnlyList<PlannedUnit> Plan(IEnumerable<IRunPart> parts, RunScope scope) =>
        [.. parts.SelectMany(part => part.Plan(scope).Select(unit => new PlannedUnit(part, unit))).OrderBy(planned => planned.Unit.Turn)];
}
