using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.OfficialFigures;

/// <summary>Official figures in the database, and who loaded them.</summary>
internal sealed class OfficialFigureStore(NpgsqlDataSource dataSource) : IOfficialFigures
{
    private const string FiguresSql = """
        SELECT o.jurisdiction_id, o.year, o.measure, o.cases, o.basis, o.source
        FROM crime.official_current o
        WHERE o.jurisdiction_id = ANY(
            SELECT j.id
            FROM crime.jurisdiction j
            WHERE j.id = ANY(@placeIds)
                OR j.parent_id = ANY(@placeIds))
          AND o.year BETWEEN @from AND @until
        """;

    private const string EditionsSql = """
        SELECT id, source, edition, file_name, file_sha256, loaded_by, loaded_at, figures, first_year, last_year, ended_at, ended_by,
            replaced_by IS NOT NULL AS is_replaced
        FROM crime.official_edition
        ORDER BY loaded_at DESC
        """;

    // The one that gives way is found again by the newer one it names.
    private const string ReplaceSql = """
        UPDATE crime.official_edition
        SET ended_at = clock_timestamp(),
            ended_by = @userName
        WHERE source = @source
          AND edition = @edition
          AND ended_at IS NULL
        RETURNING id
        """;

    private const string InsertSql = """
        INSERT INTO crime.official_edition (id, source, edition, file_name, file_sha256, loaded_by, figures, first_year, last_year)
        VALUES (@id, @source, @edition, @fileName, @sha256, @userName, @figures, @firstYear, @lastYear)
        """;

    private const string ValuesSql = """
        INSERT INTO crime.official_value (edition_id, jurisdiction_id, year, measure, cases)
        SELECT @id, v.jurisdiction_id, v.year, v.measure, v.cases
        FROM unnest(@places, @years, @measures, @cases) AS v (jurisdiction_id, year, measure, cases)
        """;

    private const string NameReplacedSql = """
        UPDATE crime.official_edition
        SET replaced_by = @id
        WHERE id = @replaced
        """;

    private const string EndSql = """
        UPDATE crime.official_edition
        SET ended_at = clock_timestamp(),
            ended_by = @userName
        WHERE id = @id
          AND ended_at IS NULL
        """;

    private const string RestoreSql = """
        UPDATE crime.official_edition
        SET ended_at = NULL,
            ended_by = NULL,
            replaced_by = NULL
        WHERE replaced_by = @id
        """;

    private const string AuditSql = """
        SELECT crime.write_audit(@userName, @action, @subject, @detail::jsonb)
        """;

    public async Task<IReadOnlyList<OfficialFigure>> ReadAsync(
        IReadOnlyCollection<int> placeIds, int from, int until, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<FigureRow>(
            new CommandDefinition(FiguresSql, new { placeIds = placeIds.ToArray(), from, until }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new OfficialFigure(
            row.JurisdictionId, row.Year, row.Measure, row.Cases, Enum.Parse<OfficialBasis>(row.Basis, ignoreCase: true), row.Source))];
    }

    public async Task<IReadOnlyList<OfficialEdition>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<EditionRow>(new CommandDefinition(EditionsSql, cancellationToken: cancellationToken));
        return [.. rows.Select(ToEdition)];
    }

    public async Task<OfficialEdition> StoreAsync(OfficialLoad load, Viewer viewer, CancellationToken cancellationToken)
    {
        RequireAdministrator(viewer);
        var id = Guid.CreateVersion7();
        await using (var session = await PersonSession.OpenAsync(dataSource, viewer, timeout: null, cancellationToken))
        {
            var names = new { userName = viewer.UserName, source = load.Source, edition = load.Edition };
            var replaced = await session.Connection.QuerySingleOrDefaultAsync<Guid?>(Command(session, ReplaceSql, names, cancellationToken));
            await InsertAsync(session, id, load, viewer, cancellationToken);
            if (replaced is not null)
                await session.Connection.ExecuteAsync(Command(session, NameReplacedSql, new { id, replaced }, cancellationToken));
            var figures = load.Cells.Length.ToString(CultureInfo.InvariantCulture);
            var detail = JsonSerializer.Serialize(new { load.Source, load.Edition, load.FileName, load.Sha256, figures }, JsonSerializerOptions.Web);
            await WriteAuditAsync(session, viewer, AuditActions.OfficialLoaded, id, detail, cancellationToken);
            await session.CommitAsync(cancellationToken);
        }

        return (await ListAsync(cancellationToken)).First(edition => edition.Id == id);
    }

    public async Task<bool> UndoAsync(Guid id, Viewer viewer, CancellationToken cancellationToken)
    {
        RequireAdministrator(viewer);
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, timeout: null, cancellationToken);
        if (await session.Connection.ExecuteAsync(Command(session, EndSql, new { id, userName = viewer.UserName }, cancellationToken)) == 0)
            return false;
        await session.Connection.ExecuteAsync(Command(session, RestoreSql, new { id }, cancellationToken));
        await WriteAuditAsync(session, viewer, AuditActions.OfficialTakenBack, id, "{}", cancellationToken);
        await session.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task InsertAsync(PersonSession session, Guid id, OfficialLoad load, Viewer viewer, CancellationToken cancellationToken)
    {
        var (firstYear, lastYear) = (load.Cells.Min(cell => cell.Year), load.Cells.Max(cell => cell.Year));
        var edition = new
        {
            id, load.Source, load.Edition, load.FileName, load.Sha256, userName = viewer.UserName, figures = load.Cells.Length, firstYear, lastYear,
        };
        await session.Connection.ExecuteAsync(Command(session, InsertSql, edition, cancellationToken));
        var cells = new
        {
            id,
            places = load.Cells.Select(cell => cell.PlaceId).ToArray(),
            years = load.Cells.Select(cell => (short)cell.Year).ToArray(),
            measures = load.Cells.Select(cell => cell.Measure).ToArray(),
            cases = load.Cells.Select(cell => cell.Cases).ToArray(),
        };
        await session.Connection.ExecuteAsync(Command(session, ValuesSql, cells, cancellationToken));
    }

    private static void RequireAdministrator(Viewer viewer)
    {
        if (viewer.Role != PersonRole.Admin)
            throw new UnauthorizedAccessException($"'{viewer.UserName}' is no administrator, who alone may change official figures.");
    }

    private static Task<long> WriteAuditAsync(
        PersonSession session, Viewer viewer, string action, Guid id, string detail, CancellationToken cancellationToken) =>
        session.Connection.ExecuteScalarAsync<long>(
            Command(session, AuditSql, new { userName = viewer.UserName, action, subject = $"official:{id}", detail }, cancellationToken));

    private static CommandDefinition Command(PersonSession session, string sql, object values, CancellationToken cancellationToken) =>
        new(sql, values, session.Transaction, cancellationToken: cancellationToken);

    private static OfficialEdition ToEdition(EditionRow row) => new(
        row.Id, row.Source, row.Edition, row.FileName, row.FileSha256, row.LoadedBy, new DateTimeOffset(row.LoadedAt, TimeSpan.Zero), row.Figures,
        row.FirstYear, row.LastYear, row.EndedAt is { } ended ? new DateTimeOffset(ended, TimeSpan.Zero) : null, row.EndedBy, row.IsReplaced);

    private sealed record FigureRow(int JurisdictionId, short Year, string Measure, long Cases, string Basis, string Source);

    private sealed record EditionRow(
        Guid Id, string Source, string Edition, string FileName, string FileSha256, string LoadedBy, DateTime LoadedAt, int Figures, short FirstYear,
        short LastYear, DateTime? EndedAt, string? EndedBy, bool IsReplaced);
}
