using System.Text.Json;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Places;

internal sealed class PlaceEditStore(NpgsqlDataSource dataSource) : IPlaceEdits
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(10);

    private const string Columns =
        "SELECT id, kind, place_id, other_id, valid_from, reason, cases, people::text AS people, user_name, made_at, undone_at, undone_by FROM crime.place_edit";

    private const string ListSql = Columns + " ORDER BY id DESC";

    private const string FindSql = Columns + " WHERE id = @id";

    private const string AddSql = "SELECT crime.add_place(@place, @code, @names::jsonb, @from, @reason)";

    private const string RenameSql = "SELECT crime.rename_place(@place, @names::jsonb, @from, @reason)";

    private const string MoveSql = "SELECT crime.move_place(@place, @other, @from, @reason)";

    private const string SplitSql = "SELECT crime.split_place(@place, @code, @names::jsonb, @stations, @share, @from, @reason)";

    private const string MergeSql = "SELECT crime.merge_place(@place, @other, @from, @reason)";

    private const string PopulationSql = "SELECT crime.set_populations(@place, @years, @residents, @reason)";

    private const string PointSql = "SELECT crime.set_place_point(@place, @latitude, @longitude, @reason)";

    private const string UndoSql = "SELECT crime.undo_place_edit(@id)";

    private const string PopulationsSql = """
        SELECT p.jurisdiction_id AS place_id, p.year::integer AS year, p.residents, p.source
        FROM crime.population p
        WHERE @placeId::integer IS NULL
           OR p.jurisdiction_id = @placeId
        ORDER BY p.jurisdiction_id, p.year
        """;

    public Task<IReadOnlyList<PlaceEdit>> ListAsync(Viewer admin, CancellationToken cancellationToken) =>
        PersonSession.ReadAsync<IReadOnlyList<PlaceEdit>>(
            dataSource,
            admin,
            s_timeout,
            async session =>
            {
                var rows = await session.Connection.QueryAsync<PlaceEditRow>(
                    new CommandDefinition(ListSql, transaction: session.Transaction, cancellationToken: cancellationToken));
                return [.. rows.Select(row => row.ToEdit())];
            },
            cancellationToken);

    // Done and not committed: no preview can differ from what it shows.
    public Task<PlaceEdit> PreviewAsync(Viewer admin, PlaceRequest request, CancellationToken cancellationToken) => JudgedAsync(async () =>
    {
        await using var session = await PersonSession.OpenAsync(dataSource, admin, s_timeout, cancellationToken);
        var id = await AskAsync(session, request, cancellationToken);
        var row = await session.Connection.QuerySingleAsync<PlaceEditRow>(
            new CommandDefinition(FindSql, new { id }, session.Transaction, cancellationToken: cancellationToken));
        return row.ToEdit();
    });

    public Task<IReadOnlyList<long>> ApplyAsync(Viewer admin, IReadOnlyList<PlaceRequest> requests, CancellationToken cancellationToken) =>
        JudgedAsync<IReadOnlyList<long>>(async () =>
        {
            await using var session = await PersonSession.OpenAsync(dataSource, admin, s_timeout, cancellationToken);
            var ids = new List<long>(requests.Count);
            foreach (var request in requests)
                ids.Add(await AskAsync(session, request, cancellationToken));
            await session.CommitAsync(cancellationToken);
            return ids;
        });

    public Task UndoAsync(Viewer admin, long editId, CancellationToken cancellationToken) => JudgedAsync(async () =>
    {
        await using var session = await PersonSession.OpenAsync(dataSource, admin, s_timeout, cancellationToken);
        await session.Connection.ExecuteAsync(
            new CommandDefinition(UndoSql, new { id = editId }, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
        return true;
    });

    public async Task<IReadOnlyList<PlacePopulation>> PopulationsAsync(int? placeId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<PlacePopulation>(
            new CommandDefinition(PopulationsSql, new { placeId }, cancellationToken: cancellationToken))).AsList();
    }

    private static Task<long> AskAsync(PersonSession session, PlaceRequest request, CancellationToken cancellationToken)
    {
        var sql = request.Kind switch
        {
            PlaceEditKind.Add => AddSql,
            PlaceEditKind.Rename => RenameSql,
            PlaceEditKind.Move => MoveSql,
            PlaceEditKind.Split => SplitSql,
            PlaceEditKind.Merge => MergeSql,
            PlaceEditKind.Population => PopulationSql,
            PlaceEditKind.Point => PointSql,
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "No such edit."),
        };
        var values = new
        {
            place = request.PlaceId,
            other = request.OtherId,
            code = request.Code?.Trim().ToUpperInvariant(),
            names = request.Names is null ? null : JsonSerializer.Serialize(request.Names),
            stations = request.StationIds.ToArray(),
            share = request.Share,
            from = request.From,
            reason = request.Reason,
            years = request.Residents?.Keys.ToArray(),
            residents = request.Residents?.Values.ToArray(),
            latitude = request.Point?.Latitude,
            longitude = request.Point?.Longitude,
        };
        return session.Connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, values, session.Transaction, cancellationToken: cancellationToken));
    }

    private static async Task<T> JudgedAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (PostgresException refused) when (ReasonOf(refused.SqlState) is { } reason)
        {
            throw new PlaceRefusedException(reason, refused);
        }
    }

    private static PlaceRefusal? ReasonOf(string state) => state switch
    {
        PostgresErrorCodes.InsufficientPrivilege => PlaceRefusal.NotAllowed,
        PostgresErrorCodes.LockNotAvailable => PlaceRefusal.Busy,
        PostgresErrorCodes.ObjectInUse => PlaceRefusal.LaterEdits,
        PostgresErrorCodes.ForeignKeyViolation => PlaceRefusal.InUse,
        PostgresErrorCodes.UniqueViolation => PlaceRefusal.CodeTaken,
        PostgresErrorCodes.ProgramLimitExceeded => PlaceRefusal.Full,
        PostgresErrorCodes.InvalidDatetimeFormat => PlaceRefusal.BadDay,
        PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation => PlaceRefusal.Unfit,
        _ => null,
    };
}
