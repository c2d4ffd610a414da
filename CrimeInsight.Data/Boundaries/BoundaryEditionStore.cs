using System.Text;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Maps;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Boundaries;

/// <summary>Editions of boundaries in the database: functions of its owner check again who changes them.</summary>
internal sealed class BoundaryEditionStore(NpgsqlDataSource dataSource) : IBoundaryEditions
{
    // A metre, far below what is left of a shape that was simplified.
    private const int Decimals = 5;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(10);

    private const string Columns = """
        SELECT id, level, source, file_name, file_sha256, valid_from, places, loaded_by, loaded_at, undone_at, undone_by
        FROM crime.boundary_edition
        """;

    private const string ListSql = Columns + "\nORDER BY number DESC";

    private const string FindSql = Columns + "\nWHERE id = @id";

    private const string LoadSql = "SELECT crime.load_boundaries(@id, @level, @source, @fileName, @sha256, @validFrom, @codes, @geometries)";

    private const string UndoSql = "SELECT crime.undo_boundaries(@id)";

    public Task<IReadOnlyList<BoundaryEdition>> ListAsync(Viewer admin, CancellationToken cancellationToken) =>
        PersonSession.ReadAsync<IReadOnlyList<BoundaryEdition>>(
            dataSource,
            admin,
            s_timeout,
            async session =>
            {
                var rows = await session.Connection.QueryAsync<BoundaryEditionRow>(
                    new CommandDefinition(ListSql, transaction: session.Transaction, cancellationToken: cancellationToken));
                return [.. rows.Select(row => row.ToEdition())];
            },
            cancellationToken);

    public Task<BoundaryEdition> StoreAsync(BoundaryLoad load, Viewer admin, CancellationToken cancellationToken) => JudgedAsync(async () =>
    {
        var id = Guid.CreateVersion7();
        var values = new
        {
            id,
            level = BoundaryLevels.ToPlaces(load.Level),
            load.Source,
            load.FileName,
            load.Sha256,
            load.ValidFrom,
            codes = load.Shapes.Select(shape => shape.Code).ToArray(),
            geometries = load.Shapes.Select(shape => Encoding.UTF8.GetString(GeoJson.ToBytes(shape.Shape, Decimals))).ToArray(),
        };
        await using var session = await PersonSession.OpenAsync(dataSource, admin, s_timeout, cancellationToken);
        await session.Connection.ExecuteAsync(new CommandDefinition(LoadSql, values, session.Transaction, cancellationToken: cancellationToken));
        var row = await session.Connection.QuerySingleAsync<BoundaryEditionRow>(
            new CommandDefinition(FindSql, new { id }, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
        return row.ToEdition();
    });

    public Task UndoAsync(Guid id, Viewer admin, CancellationToken cancellationToken) => JudgedAsync(async () =>
    {
        await using var session = await PersonSession.OpenAsync(dataSource, admin, s_timeout, cancellationToken);
        await session.Connection.ExecuteAsync(new CommandDefinition(UndoSql, new { id }, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
        return true;
    });

    private static async Task<T> JudgedAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (PostgresException refused) when (ReasonOf(refused.SqlState) is { } reason)
        {
            throw new BoundaryRefusedException(reason, refused);
        }
    }

    private static BoundaryRefusal? ReasonOf(string state) => state switch
    {
        PostgresErrorCodes.InsufficientPrivilege => BoundaryRefusal.NotAllowed,
        PostgresErrorCodes.ObjectInUse => BoundaryRefusal.LaterEdition,
        PostgresErrorCodes.NoDataFound => BoundaryRefusal.NotFound,
        _ => null,
    };
}
