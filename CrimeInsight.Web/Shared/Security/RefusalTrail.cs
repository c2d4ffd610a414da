using System.Globalization;
using System.Net;
using System.Threading.Channels;
using CrimeInsight.Core.People;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>
/// Writes refusals to the audit trail apart from the requests they answer. A person's are written at once, the same again within a
/// minute as a count; those of unknown callers are counted per address and minute.
/// </summary>
public sealed partial class RefusalTrail(IAuditWriter audit, IAttemptCounter attempts, TimeProvider time, ILogger<RefusalTrail> logger) : BackgroundService,
    IRefusalTrail
{
    /// <summary>Addresses told apart in a minute; the others are one.</summary>
    public const int MostAddresses = 1_000;

    private const string OtherAddresses = "others";
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private readonly Channel<AuditEntry> _first = Channel.CreateBounded<AuditEntry>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private Dictionary<(Guid? PersonId, string Action, string Subject), (AuditEntry Entry, long Count)> _people = [];
    private Dictionary<string, long> _addresses = [];

    /// <summary>A person was refused.</summary>
    public void Add(AuditEntry entry)
    {
        lock (_lock)
        {
            var key = (entry.PersonId, entry.Action, entry.Subject);
            if (_people.TryGetValue(key, out var known))
                _people[key] = (known.Entry, known.Count + 1);
            else if (_people.Count < MostWaiting && _first.Writer.TryWrite(entry))
                _people[key] = (entry, 0);
        }
    }

    /// <summary>A person asked for what they may not see.</summary>
    /// <param name="subject">As <c>kind:key</c>.</param>
    public void Add(Viewer viewer, string subject) => Add(AuditEntry.By(viewer, AuditActions.AccessRefused, subject));

    /// <summary>Somebody unknown was refused.</summary>
    public void AddUnknown(IPAddress? address)
    {
        var network = ClientNetwork.Of(address);
        lock (_lock)
        {
            if (_addresses.Count >= MostAddresses && !_addresses.ContainsKey(network))
                network = OtherAddresses;
            _addresses[network] = _addresses.GetValueOrDefault(network) + 1;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(WriteFirstAsync(stoppingToken), CountAsync(stoppingToken));

    /// <summary>Writes what was counted since the last time.</summary>
    internal async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in Take())
        {
            try
            {
                await audit.WriteAsync(entry, cancellationToken);
            }
            catch (Exception failure)
            {
                LogLost(failure, entry.Action, entry.Subject, entry.Detail["count"]);
            }
        }
    }

    private List<AuditEntry> Take()
    {
        Dictionary<(Guid? PersonId, string Action, string Subject), (AuditEntry Entry, long Count)> people;
        Dictionary<string, long> addresses;
        lock (_lock)
        {
            (people, _people) = (_people, []);
            (addresses, _addresses) = (_addresses, []);
        }

        return
        [
            .. people.Values.Where(known => known.Count > 0).Select(known => Counted(known.Entry, known.Count)),
            .. addresses.Select(known => Counted(new AuditEntry(null, "", AuditActions.UnknownRefused, $"address:{known.Key}"), known.Value)),
        ];
    }

    private AuditEntry Counted(AuditEntry entry, long count) => entry with
    {
        Detail = new Dictionary<string, string>
        {
            ["count"] = count.ToString(CultureInfo.InvariantCulture),
            ["until"] = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        },
    };

    private async Task WriteFirstAsync(CancellationToken stoppingToken)
    {
        await foreach (var entry in _first.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await audit.WriteAsync(entry, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogLost(failure, entry.Action, entry.Subject, "1");
            }
        }
    }

    private async Task CountAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await FlushAsync(stoppingToken);
            try
            {
                await attempts.PurgeAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotPurged(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A refusal could not be written to the audit trail: {Action}, {Subject}, {Count} times")]
    private partial void LogLost(Exception failure, string action, string subject, string count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old counts of attempts could not be deleted; trying again in a minute")]
    private partial void LogNotPurged(Exception failure);
}
