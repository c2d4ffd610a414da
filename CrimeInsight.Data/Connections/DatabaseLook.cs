using Npgsql;

namespace CrimeInsight.Data.Connections;

/// <summary>Asks the database for nothing but an answer. Whoever comes while one asks, or soon after, gets the same answer.</summary>
/// <param name="looks">New connections with little patience.</param>
internal sealed class DatabaseLook(NpgsqlDataSource looks, TimeProvider time) : IDisposable
{
    private const string LookSql = "SELECT 1";

    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1);
    private long? _askedAt;
    private bool _answered;

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_askedAt is { } at && time.GetElapsedTime(at) < s_fresh)
                return _answered;
            _answered = await AskAsync(cancellationToken);
            _askedAt = time.GetTimestamp();
            return _answered;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Asks on a connection that is open.</summary>
    public static async Task AskAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LookSql, connection);
        await command.ExecuteScalarAsync(cancellationToken);
    }

    public void Dispose() => _gate.Dispose();

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await looks.OpenConnectionAsync(cancellationToken);
            await AskAsync(connection, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
