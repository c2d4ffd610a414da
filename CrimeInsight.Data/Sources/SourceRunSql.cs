namespace CrimeInsight.Data.Sources;

/// <summary>How the state of a run changes.</summary>
internal static class SourceRunSql
{
    public const string Begin = """
        UPDATE crime.source_run
        SET state = 'running', started_at = coalesce(started_at, now()), told_at = now()
        WHERE id = @runId
          AND (state = 'waiting' OR (state = 'running' AND told_at < now() - interval '30 seconds'))
        RETURNING id, source_id, state, asked_by, asked_at, started_at, finished_at, file_name, mark, encode(sha256, 'hex') AS sha256, upload_id, batch_id,
            counts::text AS counts, trouble::text AS trouble, doubts
        """;

    public const string Tell = """
        UPDATE crime.source_run
        SET told_at = now()
        WHERE id = @runId
          AND state = 'running'
        """;

    public const string Note = """
        UPDATE crime.source_run
        SET file_name = @fileName, mark = @mark, sha256 = decode(@sha256, 'hex'), upload_id = @uploadId
        WHERE id = @id
        """;

    public const string Release = """
        UPDATE crime.source_run
        SET state = 'waiting', told_at = NULL, queued_at = NULL
        WHERE id = @runId
          AND state = 'running'
        """;

    public const string End = """
        WITH ended AS (
            UPDATE crime.source_run
            SET state = @state, finished_at = now(), file_name = @fileName, mark = @runMark, sha256 = decode(@sha256, 'hex'), upload_id = @uploadId,
                batch_id = @batchId, counts = @counts::json, trouble = @trouble::json, doubts = @doubts
            WHERE id = @id
              AND state = 'running'
            RETURNING source_id)
        UPDATE crime.source s
        SET next_at = CASE WHEN s.is_paused THEN NULL ELSE @nextAt END, mark = coalesce(@mark, s.mark)
        FROM ended e
        WHERE s.id = e.source_id
        """;
}
