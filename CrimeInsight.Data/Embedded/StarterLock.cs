using CrimeInsight.Data.Keys;

namespace CrimeInsight.Data.Embedded;

/// <summary>
/// Held for its whole life by the one app that stops the server. The system frees it when that app ends, whatever ended it, so
/// an orphaned server is known by a lock that can be taken.
/// </summary>
internal sealed class StarterLock : IDisposable
{
    private readonly FileStream _held;

    private StarterLock(FileStream held) => _held = held;

    /// <summary>Null while another app holds it.</summary>
    public static StarterLock? TryTake(string path)
    {
        try
        {
            return new StarterLock(PrivateFile.OpenLock(path));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _held.Dispose();
}
