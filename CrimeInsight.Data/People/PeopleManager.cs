using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.People;

internal sealed class PeopleManager(NpgsqlDataSource dataSource, TimeProvider time) : IPeople
{
    private const string ListSql = """
        SELECT id, user_name, display_name, role, is_demo, is_active, has_password, has_factor, may_change, culture, last_seen_at, sessions,
            code_expires_at, jurisdiction_ids
        FROM crime.list_people()
        """;

    private const string InviteSql = "SELECT crime.invite_person(@id, @userName, @displayName, @role, @places, @codeHash, @life)";

    private const string ChangeSql = "SELECT crime.change_person(@id, @displayName, @role, @places)";

    private const string ResetSql = "SELECT crime.reset_person(@id, @codeHash, @life)";

    private const string EnableSql = "SELECT crime.enable_person(@id, @isActive)";

    private const string ResetFactorSql = "SELECT crime.reset_factor(@id)";

    private const string EndSessionsSql = "SELECT crime.end_person_sessions(@id)";

    public Task<IReadOnlyList<ManagedPerson>> ListAsync(Viewer admin, CancellationToken cancellationToken) => JudgedAsync(() =>
        PersonSession.ReadAsync<IReadOnlyList<ManagedPerson>>(
            dataSource,
            admin,
            timeout: null,
            async session =>
            {
                var rows = await session.Connection.QueryAsync<ManagedPersonRow>(
                    new CommandDefinition(ListSql, transaction: session.Transaction, cancellationToken: cancellationToken));
                var now = time.GetUtcNow();
                return [.. rows.Select(row => row.ToPerson(now))];
            },
            cancellationToken));

    public Task<IReadOnlyList<IssuedCode>> ApplyAsync(
        Viewer admin, IReadOnlyList<PersonInvitation> invitations, IReadOnlyList<PersonEdit> edits, CancellationToken cancellationToken) =>
        ChangeAsync<IReadOnlyList<IssuedCode>>(
            admin,
            async session =>
            {
                var codes = new List<IssuedCode>(invitations.Count);
                foreach (var invitation in invitations)
                    codes.Add(await InviteAsync(session, invitation, cancellationToken));
                foreach (var edit in edits)
                {
                    var values = new { id = edit.PersonId, displayName = edit.DisplayName, role = (short)edit.Role, places = edit.JurisdictionIds.ToArray() };
                    await ExecuteAsync<object>(session, ChangeSql, values, cancellationToken);
                }

                return codes;
            },
            cancellationToken);

    public Task<IssuedCode> ResetAsync(Viewer admin, ManagedPerson person, CancellationToken cancellationToken) => ChangeAsync(
        admin,
        session => IssueAsync(
            person.UserName,
            person.DisplayName,
            codeHash => ExecuteAsync<DateTime>(session, ResetSql, new { id = person.Id, codeHash, life = IPeople.ResetLife }, cancellationToken)),
        cancellationToken);

    public Task EnableAsync(Viewer admin, Guid personId, bool isActive, CancellationToken cancellationToken) => ChangeAsync(
        admin, session => ExecuteAsync<object?>(session, EnableSql, new { id = personId, isActive }, cancellationToken), cancellationToken);

    public Task<int> EndSessionsAsync(Viewer admin, Guid personId, CancellationToken cancellationToken) => ChangeAsync(
        admin, session => ExecuteAsync<int>(session, EndSessionsSql, new { id = personId }, cancellationToken), cancellationToken);

    public Task ResetFactorAsync(Viewer admin, Guid personId, CancellationToken cancellationToken) => ChangeAsync(
        admin, session => ExecuteAsync<object?>(session, ResetFactorSql, new { id = personId }, cancellationToken), cancellationToken);

    private static Task<IssuedCode> InviteAsync(PersonSession session, PersonInvitation invitation, CancellationToken cancellationToken) => IssueAsync(
        invitation.UserName,
        invitation.DisplayName,
        codeHash =>
        {
            var values = new
            {
                id = Guid.CreateVersion7(),
                userName = invitation.UserName,
                displayName = invitation.DisplayName,
                role = (short)invitation.Role,
                places = invitation.JurisdictionIds.ToArray(),
                codeHash,
                life = IPeople.InvitationLife,
            };
            return ExecuteAsync<DateTime>(session, InviteSql, values, cancellationToken);
        });

    private static async Task<IssuedCode> IssueAsync(string userName, string displayName, Func<byte[], Task<DateTime>> store)
    {
        var code = OneTimeCode.Create();
        return new IssuedCode(userName, displayName, code, new DateTimeOffset(await store(OneTimeCode.Hash(code)), TimeSpan.Zero));
    }

    private Task<T> ChangeAsync<T>(Viewer admin, Func<PersonSession, Task<T>> change, CancellationToken cancellationToken) => JudgedAsync(async () =>
    {
        await using var session = await PersonSession.OpenAsync(dataSource, admin, timeout: null, cancellationToken);
        var result = await change(session);
        await session.CommitAsync(cancellationToken);
        return result;
    });

    private static async Task<T> ExecuteAsync<T>(PersonSession session, string sql, object values, CancellationToken cancellationToken) =>
        (await session.Connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, values, session.Transaction, cancellationToken: cancellationToken)))!;

    private static async Task<T> JudgedAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new PersonRefusedException(PersonRefusal.NotAllowed, refused);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new PersonRefusedException(PersonRefusal.NameTaken, taken);
        }
    }
}
