using CrimeInsight.Core;
using CrimeInsight.Core.Health;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Embedded;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrimeInsight.Data.Startup;

/// <summary>
/// Holds one connection of its own, on which the end of the server is noticed the moment it happens, and a server that hangs
/// within seconds. Until the server answers again the watch tries, and starts a private server that died. No connection of
/// the pool outlives an outage. On the same connection the database tells its news.
/// </summary>
internal sealed partial class DatabaseWatch(CrimeDatabase database, DatabaseLook look, DatabaseNews news, TimeProvider time, ILogger<DatabaseWatch> logger)
    : BackgroundService, IDatabaseWatch
{
    private const string ListenSql = $"LISTEN {DatabaseNews.DataChannel}; LISTEN {DatabaseNews.PeopleChannel}; LISTEN {DatabaseNews.SettingsChannel}";

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_report = TimeSpan.FromSeconds(10);
    private readonly Backoff _backoff = new(time);
    private volatile DatabaseState _current = new(DatabaseCondition.Answering, time.GetUtcNow());
    private Revival? _reported;

    public event Action? Changed;

    public event Action<Guid>? PersonChanged
    {
        add => news.PersonChanged += value;
        remove => news.PersonChanged -= value;
    }

    public DatabaseState Current => _current;

    public bool CouldNotAsk(Exception failure) => LostConnection.CouldNotAsk(failure);

    public Task<bool> AnswersAsync(CancellationToken cancellationToken) => look.AnswersAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Lost(failure);
                await ReviveAsync(stoppingToken);
                await Task.Delay(s_again, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Looks.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, told) => news.Tell(told.Channel, told.Payload);
        await using (var listen = new NpgsqlCommand(ListenSql, connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            news.IsHeard = true;
            Answered();
            while (true)
            {
                await connection.WaitAsync(s_look, cancellationToken);
                await DatabaseLook.AskAsync(connection, cancellationToken);
            }
        }
        finally
        {
            news.IsHeard = false;
        }
    }

    private void Answered()
    {
        var before = _current;
        if (!before.IsAway)
            return;
        LogReturned((time.GetUtcNow() - before.Since).TotalSeconds);
        _reported = null;
        _backoff.Succeeded();
        Show(DatabaseCondition.Answering);
    }

    private void Lost(Exception failure)
    {
        if (!_current.IsAway)
        {
            // What the pool still holds leads to a server that is gone.
            database.App.Clear();
            LogAway(failure.Message);
        }

        Show(LostConnection.IsStarting(failure) ? DatabaseCondition.Recovering : DatabaseCondition.Away);
    }

    private async Task ReviveAsync(CancellationToken cancellationToken)
    {
        if (database.Server is not { } server || !_backoff.IsDue)
            return;
        try
        {
            var reviving = server.ReviveAsync(cancellationToken);
            await TellOfRecoveryAsync(reviving, cancellationToken);
            Report(await reviving);
        }
        catch (OperatorException problem)
        {
            LogNotStarted(problem.Message, _backoff.Failed().TotalSeconds);
        }
    }

    private async Task TellOfRecoveryAsync(Task reviving, CancellationToken cancellationToken)
    {
        for (var wait = s_start; await Task.WhenAny(reviving, Task.Delay(wait, time, cancellationToken)) != reviving
            && !cancellationToken.IsCancellationRequested; wait = s_report)
        {
            Show(DatabaseCondition.Recovering);
            LogRecovering((time.GetUtcNow() - _current.Since).TotalSeconds);
        }
    }

    private void Report(Revival outcome)
    {
        if (outcome == Revival.Started)
        {
            LogStarted();
            _backoff.Failed();
        }
        else if (outcome == Revival.StoppedOnPurpose && _reported != outcome)
        {
            LogStopped();
        }

        _reported = outcome;
    }

    private void Show(DatabaseCondition condition)
    {
        var before = _current;
        if (before.Condition == condition)
            return;
        var isSameOutage = before.IsAway && condition != DatabaseCondition.Answering;
        _current = new DatabaseState(condition, isSameOutage ? before.Since : time.GetUtcNow());
        Changed?.Invoke();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer; open pages wait for it: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The private database had died and was started again")]
    private partial void LogStarted();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The private database recovers; away for {Seconds:0} s so far")]
    private partial void LogRecovering(double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The private database could not be started again; trying again in {Seconds:0} s. {Reason}")]
    private partial void LogNotStarted(string reason, double seconds);

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "The private database was shut down in order by somebody else and is not started again; restart CrimeInsight")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database answers again after {Seconds:0.0} s")]
    private partial void LogReturned(double seconds);
}
