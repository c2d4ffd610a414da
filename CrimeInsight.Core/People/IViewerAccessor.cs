namespace CrimeInsight.Core.People;

/// <summary>Port: who is asking, in a request or in a circuit.</summary>
public interface IViewerAccessor
{
    /// <summary>The signed-in person; null when nobody is, or when the session has ended.</summary>
    ValueTask<Viewer?> GetAsync(CancellationToken cancellationToken);
}
