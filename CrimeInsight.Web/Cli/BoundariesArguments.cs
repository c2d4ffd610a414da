using CrimeInsight.Core.Geography.Boundaries;

namespace CrimeInsight.Web.Cli;

/// <summary>What <c>boundaries import</c> was asked to do.</summary>
/// <param name="Level">Null: found from the columns.</param>
/// <param name="ValidFrom">Null: today.</param>
internal sealed record BoundariesArguments(string Path, BoundaryLevel? Level, string Source, DateOnly? ValidFrom, bool AcceptsDoubtful, bool IsDryRun);
