namespace CrimeInsight.Core.Demo;

/// <summary>A leaf of the crime-head tree.</summary>
public sealed record DemoHead(short Id, string Code, bool IsSensitive);
