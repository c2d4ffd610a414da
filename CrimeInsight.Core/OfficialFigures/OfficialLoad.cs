using System.Collections.Immutable;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>Figures to be kept as an edition.</summary>
/// <param name="Sha256">Of the file.</param>
public sealed record OfficialLoad(string Source, string Edition, string FileName, string Sha256, ImmutableArray<OfficialCell> Cells);
