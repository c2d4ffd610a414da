using System.Collections.Immutable;
using CrimeInsight.Core.Geography.Boundaries;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Boundaries to be kept.</summary>
/// <param name="Level">Of the file; shapes that follow for places above are among the shapes.</param>
/// <param name="Source">Who published them, and on which terms.</param>
/// <param name="Shapes">In order of code, on a grid of 0.0001°.</param>
public sealed record BoundaryLoad(
    BoundaryLevel Level, string Source, string FileName, string Sha256, DateOnly ValidFrom, ImmutableArray<JurisdictionShape> Shapes);
