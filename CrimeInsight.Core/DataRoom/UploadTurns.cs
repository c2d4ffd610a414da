using System.Collections.Concurrent;

namespace CrimeInsight.Core.DataRoom;

/// <summary>
/// Who writes an upload in this process. A link that broke is often noticed by the browser first: the request that comes after it
/// ends the one before, which would else keep it out until its own time has run out.
/// </summary>
internal sealed class UploadTurns
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, Turn> _turns = new();

    /// <summary>Ends whoever writes the upload and waits until they have stopped.</summary>
    public async Task EndAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!_turns.TryGetValue(id, out var turn))
            return;
        await turn.Stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(turn.Ended.Task, Task.Delay(s_patience, cancellationToken)).ConfigureAwait(false);
    }

    /// <returns>Null when another writes and does not stop.</returns>
    public async Task<Turn?> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        await EndAsync(id, cancellationToken).ConfigureAwait(false);
        var turn = new Turn(this, id, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));
        if (_turns.TryAdd(id, turn))
            return turn;
        turn.Stop.Dispose();
        return null;
    }

    internal sealed class Turn(UploadTurns turns, Guid id, CancellationTokenSource stop) : IDisposable
    {
        public CancellationTokenSource Stop { get; } = stop;

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose()
        {
            turns._turns.TryRemove(new KeyValuePair<Guid, Turn>(id, this));
            Ended.TrySetResult();
        }
    }
}
