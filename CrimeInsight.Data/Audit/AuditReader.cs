using System.Text.Json;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Audit;

internal sealed class AuditReader(NpgsqlDataSource dataSource) : IAuditReader
{
    private const string ListSql = """
        SELECT id, at, user_name, action, subject, detail
        FROM crime.list_audit(@Person, @Action, @Subject, @Address, @From, @Until, @BeforeId, @Limit)
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<AuditRecord>> ListAsync(Viewer admin, AuditSelection selection, CancellationToken cancellationToken)
    {
        try
        {
            return await PersonSession.ReadAsync<IReadOnlyList<AuditRecord>>(
                dataSource,
                admin,
                s_patience,
                async session =>
                {
                    var rows = await session.Connection.QueryAsync<Row>(
                        new CommandDefinition(ListSql, selection, session.Transaction, cancellationToken: cancellationToken));
                    return [.. rows.Select(row => row.ToRecord())];
                },
                cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new PersonRefusedException(PersonRefusal.NotAllowed, refused);
        }
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public DateTime At { get; init; }

        public string UserName { get; init; } = "";

        public string Action { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Detail { get; init; } = "{}";

        public AuditRecord ToRecord()
        {
            using var detail = JsonDocument.Parse(Detail);
            return new AuditRecord(Id, new DateTimeOffset(At, TimeSpan.Zero), UserName, Action, Subject, [.. Flat("", detail.RootElement)]);
        }

        private static IEnumerable<KeyValuePair<string, string>> Flat(string prefix, JsonElement part) => part.EnumerateObject().SelectMany(member =>
            member.Value.ValueKind switch
            {
                JsonValueKind.Object => Flat($"{prefix}{member.Name}.", member.Value),
                JsonValueKind.Null => [],
                _ => [KeyValuePair.Create(prefix + member.Name, member.Value.ToString())],
            });
    }
}
