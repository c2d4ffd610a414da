using CrimeInsight.Data.Connections;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>The right to change the cases: one transaction at a time has it, from before its first table until its end.</summary>
internal static class ChangeTurn
{
    private const string TakeSql = """
        SELECT is_taken, holder
        FROM crime.take_turn()
        """;

    private static readonly TimeSpan s_askEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for whoever has it. Nothing is held meanwhile that they could need.</summary>
    /// <param name="isWaiting">Told while it waits: the name of who has it, empty when not known.</param>
    public static async Task TakeAsync(PersonSession session, Action<string>? isWaiting, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await AskAsync(session, cancellationToken) is not { } holder)
                return;
            isWaiting?.Invoke(holder);
            await Task.Delay(s_askEvery, cancellationToken);
        }
    }

    /// <returns>Null when it is taken now.</returns>
    private static async Task<string?> AskAsync(PersonSession session, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TakeSql, session.Connection, session.Transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetBoolean(0) ? null : reader.IsDBNull(1) ? "" : reader.GetString(1);
    }
}
