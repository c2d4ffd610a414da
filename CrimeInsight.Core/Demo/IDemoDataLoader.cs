namespace CrimeInsight.Core.Demo;

/// <summary>Port: makes demo data and loads it into the database.</summary>
public interface IDemoDataLoader
{
    /// <summary>
    /// Loads what is missing of a request, the latest year first, each year whole or not at all: cancelled or killed, the next
    /// call goes on with the years that are missing. Demo data of the same request with an earlier end get the days they lack,
    /// as they would have come day by day. Writes its progress where every instance sees it.
    /// </summary>
    /// <exception cref="OperatorException">
    /// Other demo data is loaded, another process is loading, stations cannot be written, or no administrator exists.
    /// </exception>
    Task<DemoLoadResult> LoadAsync(DemoRequest request, IProgress<DemoLoadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Some day of this request is not loaded, and no other demo data and no real data are.</summary>
    Task<bool> IsDueAsync(DemoRequest request, CancellationToken cancellationToken);
}
