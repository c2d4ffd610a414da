namespace CrimeInsight.Core.Sources;

/// <summary>What a look at a source found.</summary>
/// <param name="Content">Null: nothing new.</param>
/// <param name="IsGrowing">A file is there that is still being written.</param>
public sealed record SourceFind(SourceContent? Content, bool IsGrowing = false);
