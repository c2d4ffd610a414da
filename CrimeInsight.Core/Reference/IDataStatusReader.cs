namespace CrimeInsight.Core.Reference;

/// <summary>Port: state of the incident data.</summary>
public interface IDataStatusReader
{
    ValueTask<DataStatus> GetAsync(CancellationToken cancellationToken);
}
