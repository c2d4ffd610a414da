using CrimeInsight.Core.DataRoom;

namespace CrimeInsight.Core.Sources;

/// <summary>What a source holds now.</summary>
/// <param name="Missing">Columns the mapping reads that the file does not have.</param>
public sealed record SourceTrial(string FileName, long Length, FileSketch Sketch, IReadOnlyList<string> Missing);
