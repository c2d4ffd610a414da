namespace CrimeInsight.Data.Import;

/// <summary>Takes back, of a judged change, what the rollups were sent of rows that are not stored and of cases that leave, and sends what enters.</summary>
internal static class RollupChanges
{
    /// <summary>Year by year, so that memory does not grow with the change. Before the change is indexed.</summary>
    /// <returns>False when there is nothing to change.</returns>
    public static async Task<bool> SendAsync(BatchSession session, RollupNodes nodes, ChunkBuffers buffers, CancellationToken cancellationToken)
    {
        var years = await session.ChangedYearsAsync(cancellationToken);
        foreach (var year in years)
        {
            var (leaving, entering) = (new RollupCounters(nodes), new RollupCounters(nodes));
            await foreach (var (sign, facts) in session.ChangesAsync(year, cancellationToken))
                (sign < 0 ? leaving : entering).Add(facts);
            await ChunkPump.RunAsync(session, buffers, (output, token) => leaving.SendAsync(buffers, output, -1, token), null, cancellationToken);
            await ChunkPump.RunAsync(session, buffers, (output, token) => entering.SendAsync(buffers, output, 1, token), null, cancellationToken);
        }

        return years.Count > 0;
    }
}
