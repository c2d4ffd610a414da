using CrimeInsight.Core.Reference;


namespace CrimeInsight.Tests.Support;

/// <summary>The small reference data.</summary>
internal sealed class FakeReference : IReferenceDataReader
{
    public ValueTask<ReferenceData> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(SmallReference.Data);
}
