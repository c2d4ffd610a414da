using System.Data.Common;
using System.Diagnostics;

namespace CrimeInsight.Benchmarks.Faults;

/// <summary>Waits for a database that was killed to answer again.</summary>
internal static class FaultWait
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception failure) when (failure is DbException or HttpRequestException or IOException && Stopwatch.GetElapsedTime(started) < s_patience)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
