using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Overview;

/// <summary>A jurisdiction and head whose change against the same months last year passed the test.</summary>
public sealed record StandsOutFinding(string JurisdictionCode, string HeadCode, CountChange Change);
