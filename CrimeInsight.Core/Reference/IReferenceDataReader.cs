namespace CrimeInsight.Core.Reference;

/// <summary>Port: the jurisdiction tree and crime heads, cached, reloaded when their version changes.</summary>
public interface IReferenceDataReader
{
    ValueTask<ReferenceData> GetAsync(CancellationToken cancellationToken);
}
