using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace CrimeInsight.Data.People;

/// <content>Passkeys, as Identity asks for them: their public halves.</content>
internal sealed partial class PersonStore : IUserPasskeyStore<Person>
{
    private const string PasskeyColumns = "credential_id, person_id, name, public_key, sign_count, transports, is_backup_eligible, is_backed_up, added_at";

    private const string PasskeysSql = $"""
        SELECT {PasskeyColumns}
        FROM crime.person_passkey
        WHERE person_id = @personId
        ORDER BY added_at
        """;

    private const string PasskeySql = $"""
        SELECT {PasskeyColumns}
        FROM crime.person_passkey
        WHERE credential_id = @credentialId
        """;

    // A key that is known is its first owner's: nobody else takes it over.
    private const string PutPasskeySql = """
        INSERT INTO crime.person_passkey (
            credential_id, person_id, name, public_key, sign_count, transports, is_backup_eligible, is_backed_up)
        VALUES (@credentialId, @personId, @name, @publicKey, @signCount, @transports, @isBackupEligible, @isBackedUp)
        ON CONFLICT (credential_id) DO UPDATE
        SET sign_count = excluded.sign_count, is_backed_up = excluded.is_backed_up, used_at = now()
        WHERE person_passkey.person_id = excluded.person_id
        """;

    private const string RemovePasskeySql = """
        DELETE FROM crime.person_passkey
        WHERE person_id = @personId
          AND credential_id = @credentialId
        """;

    public async Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var values = new
        {
            credentialId = passkey.CredentialId,
            personId = user.Id,
            name = passkey.Name,
            publicKey = passkey.PublicKey,
            signCount = (long)passkey.SignCount,
            transports = passkey.Transports ?? [],
            isBackupEligible = passkey.IsBackupEligible,
            isBackedUp = passkey.IsBackedUp,
        };
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (await connection.ExecuteAsync(new CommandDefinition(PutPasskeySql, values, cancellationToken: cancellationToken)) == 0)
            throw new InvalidOperationException("The passkey belongs to another person.");
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        var rows = await dataSource.ReadAsync(
            connection => connection.QueryAsync<PasskeyRow>(
                new CommandDefinition(PasskeysSql, new { personId = user.Id }, cancellationToken: cancellationToken)), cancellationToken);
        return [.. rows.Select(row => row.ToPasskey())];
    }

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await FindRowAsync(credentialId, cancellationToken) is { } row ? await FindByIdAsync(row.PersonId.ToString(), cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        await FindRowAsync(credentialId, cancellationToken) is { } row && row.PersonId == user.Id ? row.ToPasskey() : null;

    public async Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(
            new CommandDefinition(RemovePasskeySql, new { personId = user.Id, credentialId }, cancellationToken: cancellationToken));
    }

    private Task<PasskeyRow?> FindRowAsync(byte[] credentialId, CancellationToken cancellationToken) => dataSource.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<PasskeyRow>(
            new CommandDefinition(PasskeySql, new { credentialId }, cancellationToken: cancellationToken)), cancellationToken);
}
