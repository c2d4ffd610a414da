namespace CrimeInsight.Core.Sources;

/// <summary>A run that is to be worked on.</summary>
/// <param name="Owner">As whom.</param>
public sealed record SourceTurn(Guid Run, Guid Source, Guid Owner);
