namespace CrimeInsight.Core.Setup;

/// <summary>Port: how far a site has come.</summary>
public interface ISetupReader
{
    Task<SetupFacts> ReadAsync(CancellationToken cancellationToken);
}
