using CrimeInsight.Core;
using CrimeInsight.Data.Keys;

namespace CrimeInsight.Data.Embedded;

/// <summary>Lets one process at a time start a server on a folder; freed by the system when its holder dies.</summary>
internal sealed class StartGate : IAsyncDisposable
{
    private readonly FileStream _lock;

    private StartGate(FileStream held) => _lock = held;

    public static async Task<StartGate> EnterAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + patience;
        while (true)
        {
            try
            {
                return new StartGate(PrivateFile.OpenLock(path));
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                await Task.Delay(100, cancellationToken);
            }
            catch (IOException held)
            {
                throw new OperatorException(
                    $"Another CrimeInsight process has been starting on '{Path.GetDirectoryName(path)}' for {patience.TotalSeconds:0} s. Stop it, then start "
                        + "again.", held);
            }
        }
    }

    public ValueTask DisposeAsync() => _lock.DisposeAsync();
}
