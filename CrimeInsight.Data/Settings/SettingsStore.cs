using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Data.Connections;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrimeInsight.Data.Settings;

internal sealed partial class SettingsStore : ISettings
{
    private const string ReadSql = """
        SELECT key, value, changed_at, user_name
        FROM crime.setting
        """;

    private const string ChangeSql = "SELECT crime.change_setting(@key, @value)";

    private const string MinimumSql = """
        SELECT minimum_total
        FROM crime.data_state
        """;

    private const string HoldMinimumSql = "SELECT crime.hold_minimum_total(@minimum)";

    private const string ChangesSql = """
        SELECT id, key, before, after, changed_at, user_name
        FROM crime.list_setting_changes()
        """;

    private const string ForgetSql = "SELECT crime.forget_old(@SessionIdleDays, @SessionKeepDays, @RejectKeepDays)::text";

    private readonly NpgsqlDataSource _dataSource;
    private readonly SettingDefaults _defaults;
    private readonly ILogger<SettingsStore> _logger;
    private volatile AppSettings _current;

    public SettingsStore(NpgsqlDataSource dataSource, SettingDefaults defaults, DatabaseNews news, ILogger<SettingsStore> logger)
    {
        (_dataSource, _defaults, _logger) = (dataSource, defaults, logger);
        _current = defaults.With(new Dictionary<string, (string, DateTimeOffset, string)>());
        news.SettingsChanged += () => _ = RefreshAsync();
        news.Missed += () => _ = RefreshAsync();
    }

    public event Action? Changed;

    public AppSettings Current => _current;

    public async Task<AppSettings> GetAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Key, string Value, DateTime ChangedAt, string UserName)>(
            new CommandDefinition(ReadSql, cancellationToken: cancellationToken));
        var settings = _defaults.With(rows.ToDictionary(row => row.Key, row => (row.Value, Instant(row.ChangedAt), row.UserName)));
        await HoldMinimumAsync(settings.MinimumTotal, connection, cancellationToken);
        var isNew = !settings.Values.SequenceEqual(_current.Values);
        _current = settings;
        if (isNew)
            Changed?.Invoke();
        return settings;
    }

    public async Task ChangeAsync(Viewer admin, string key, string? value, CancellationToken cancellationToken)
    {
        var stored = value is null ? null
            : SettingCatalogue.Of(key).Read(value, _defaults.Cultures) ?? throw new ArgumentException($"{key} cannot be '{value}'.", nameof(value));
        if (!(await GetAsync(cancellationToken)).Allows(SettingCatalogue.Of(key), stored ?? _defaults.Of(SettingCatalogue.Of(key))))
            throw new ArgumentException($"{key} cannot be '{value}' as others are.", nameof(value));
        await AsAsync(
            admin,
            session => session.Connection.ExecuteAsync(
                new CommandDefinition(ChangeSql, new { key, value = stored }, session.Transaction, cancellationToken: cancellationToken)),
            cancellationToken);
        await GetAsync(cancellationToken);
    }

    public Task<IReadOnlyList<SettingChange>> ListChangesAsync(Viewer admin, CancellationToken cancellationToken) => AsAsync<IReadOnlyList<SettingChange>>(
        admin,
        async session =>
        {
            var rows = await session.Connection.QueryAsync<(long Id, string Key, string? Before, string? After, DateTime At, string UserName)>(
                new CommandDefinition(ChangesSql, transaction: session.Transaction, cancellationToken: cancellationToken));
            return [.. rows.Select(row => new SettingChange(row.Id, row.Key, row.Before, row.After, Instant(row.At), row.UserName))];
        },
        cancellationToken);

    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var settings = await GetAsync(cancellationToken);
        await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            ForgetSql, new { settings.SessionIdleDays, settings.SessionKeepDays, settings.RejectKeepDays }, cancellationToken: cancellationToken));
    }

    // What figures are computed under is read on their snapshot, so it stands beside the versions of the data.
    private static async Task HoldMinimumAsync(int minimum, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.ExecuteScalarAsync<int?>(new CommandDefinition(MinimumSql, cancellationToken: cancellationToken)) != minimum)
            await connection.ExecuteAsync(new CommandDefinition(HoldMinimumSql, new { minimum }, cancellationToken: cancellationToken));
    }

    private async Task RefreshAsync()
    {
        try
        {
            await GetAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Heard of again as soon as the database is.
            LogNotRead(failure.Message);
        }
    }

    private async Task<T> AsAsync<T>(Viewer admin, Func<PersonSession, Task<T>> act, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await PersonSession.OpenAsync(_dataSource, admin, timeout: null, cancellationToken);
            var result = await act(session);
            await session.CommitAsync(cancellationToken);
            return result;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new PersonRefusedException(PersonRefusal.NotAllowed, refused);
        }
    }

    private static DateTimeOffset Instant(DateTime utc) => new(utc, TimeSpan.Zero);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Settings could not be read: {Reason}")]
    private partial void LogNotRead(string reason);
}
