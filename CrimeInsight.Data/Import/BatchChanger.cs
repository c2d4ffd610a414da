using System.Diagnostics;
using System.Globalization;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Changes batches that are part of the data: one transaction each, with all rollups, as an import.</summary>
internal sealed class BatchChanger(NpgsqlDataSource dataSource, IReferenceDataReader reference, IAuditWriter audit)
{
    private const string PrepareRollbackSql = """
        SELECT crime.prepare_rollback(@id)
        """;

    private const string CommitRollbackSql = """
        SELECT removed, restored, orphaned
        FROM crime.commit_rollback(@id)
        """;

    private const string PrepareDecisionSql = """
        SELECT crime.prepare_decision(@id, @row, @decision)
        """;

    private const string CommitDecisionSql = """
        SELECT true
        FROM crime.commit_decision(@id, @decision)
        """;

    public async Task<RollbackReport> RollBackAsync(Guid id, Viewer viewer, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await audit.WriteAsync(Entry(viewer, AuditActions.BatchRolledBack, id, new() { ["state"] = "begun" }), cancellationToken);
        var meter = progress is null ? null : new Meter(progress);
        var row = await ChangeAsync(
            id, viewer, PrepareRollbackSql, null, session => session.CommitAsync<RollbackRow>(CommitRollbackSql, new { id }, cancellationToken), meter,
            cancellationToken);
        var detail = new Dictionary<string, string> { ["state"] = "stored", ["removed"] = Text(row.Removed), ["restored"] = Text(row.Restored) };
        await audit.WriteAsync(Entry(viewer, AuditActions.BatchRolledBack, id, detail), CancellationToken.None);
        meter?.Report(new LoadProgress(ImportStage.Done, row.Removed));
        return new RollbackReport(row.Removed, row.Restored, row.Orphaned, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    public async Task DecideAsync(Guid id, long row, ConflictDecision decision, Viewer viewer, CancellationToken cancellationToken)
    {
        var name = NameOf(decision);
        await ChangeAsync(
            id,
            viewer,
            PrepareDecisionSql,
            parameters =>
            {
                parameters.AddWithValue("row", row);
                parameters.AddWithValue("decision", name);
            },
            session => session.CommitAsync<bool>(CommitDecisionSql, new { id, decision = name }, cancellationToken),
            null,
            cancellationToken);
        var detail = new Dictionary<string, string> { ["row"] = Text(row), ["decision"] = name };
        await audit.WriteAsync(Entry(viewer, AuditActions.ConflictDecided, id, detail), CancellationToken.None);
    }

    public static string NameOf(ConflictDecision decision) => decision.ToString().ToLowerInvariant();

    /// <summary>Changes a batch in one transaction with all rollups.</summary>
    /// <param name="prepareSql">Notes what leaves and enters.</param>
    /// <exception cref="BatchRefusedException">It cannot be changed so.</exception>
    public async Task<T> ChangeAsync<T>(
        Guid id,
        Viewer viewer,
        string prepareSql,
        Action<NpgsqlParameterCollection>? bind,
        Func<BatchSession, Task<T>> commit,
        IProgress<LoadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var heads = (await reference.GetAsync(cancellationToken)).Heads;
        try
        {
            await using var session = await BatchSession.ReopenAsync(dataSource, viewer, id, prepareSql, bind, progress, cancellationToken);
            var nodes = new RollupNodes(await session.PlacesAsync(cancellationToken), heads);
            await RollupChanges.SendAsync(session, nodes, new ChunkBuffers(), cancellationToken);
            await session.IndexAsync(cancellationToken);
            return await commit(session);
        }
        catch (PostgresException problem) when (Refusal(problem) is { } refusal)
        {
            throw refusal;
        }
        catch (NpgsqlException failure) when (LostConnection.CouldNotAsk(failure))
        {
            throw new DatabaseLostException(failure);
        }
    }

    // The states of migrations 0036 and 0061.
    private static Exception? Refusal(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege => new UnauthorizedAccessException(refused.MessageText, refused),
        PostgresErrorCodes.DiskFull => Refused(BatchProblem.DiskFull, refused),
        "CI010" => Refused(BatchProblem.Unknown, refused),
        "CI011" => Refused(BatchProblem.RolledBack, refused),
        "CI012" => Refused(BatchProblem.ChangedLater, refused),
        "CI013" => Refused(BatchProblem.IsDemo, refused),
        "CI014" => Refused(BatchProblem.ConflictUnknown, refused),
        "CI015" => Refused(BatchProblem.CaseExists, refused),
        "CI016" => Refused(BatchProblem.CaseGone, refused),
        "CI017" => Refused(BatchProblem.LiftsProtection, refused),
        "CI018" => Refused(BatchProblem.PairDecided, refused),
        _ => null,
    };

    private static BatchRefusedException Refused(BatchProblem problem, PostgresException refused) =>
        new(problem, refused.MessageText.Replace("\n", ", ", StringComparison.Ordinal));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static AuditEntry Entry(Viewer viewer, string action, Guid id, Dictionary<string, string> detail) =>
        AuditEntry.By(viewer, action, $"batch:{id}") with { Detail = detail };

    private sealed record RollbackRow(long Removed, long Restored, long Orphaned);

    private sealed class Meter(IProgress<ImportProgress> progress) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => progress.Report(new ImportProgress(value.Stage, value.Rows, 0, value.WaitingFor));
    }
}
