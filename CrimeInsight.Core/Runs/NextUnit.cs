namespace CrimeInsight.Core.Runs;

/// <summary>What there is to do next in a run.</summary>
/// <param name="Kind">Kind of the unit that was claimed; null when none can be.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasMore">Units of the asker's kinds are not done: others work on them, or on what they need.</param>
public sealed record NextUnit(RunSign Sign, string? Kind, string? Name, bool HasMore);
