using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Keys;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CrimeInsight.Data.Audit;

/// <summary>
/// Every minute signs the head of the trail with a key that is not in the database, after what came since the last seal has been
/// verified; once a day has all of it verified. One instance at a time.
/// </summary>
internal sealed partial class AuditSealer(
    NpgsqlDataSource app, AuditStore store, IAuditVerifier verifier, KeyFolder keys, TimeProvider time, ILogger<AuditSealer> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_quiet = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_verifyEvery = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SealAsync(stoppingToken);
                if ((await verifier.ReadAsync(stoppingToken)).VerifiedAt is not { } at || time.GetUtcNow() - at > s_verifyEvery)
                    Tell((await verifier.VerifyAsync(stoppingToken)).Finding);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
    }

    /// <summary>Seals what is new; nothing while another instance seals, or when nothing is new.</summary>
    /// <returns>What is wrong since the last seal, which is then not sealed; null: nothing.</returns>
    internal async Task<AuditFinding?> SealAsync(CancellationToken cancellationToken)
    {
        await using var turn = await AdvisoryTurn.TakeAsync(app, AdvisoryTurn.AuditSeal, cancellationToken);
        if (turn is null)
            return null;
        using var key = AuditKey.Open(keys);
        var file = new SealFile(keys.AuditSeals);
        var last = file.ReadLast();
        var (walk, finding) = last is not null && !key.HasSigned(last)
            ? (null, new AuditFinding(AuditFault.SealBroken, last.Id, last.Id))
            : await WalkAsync(last, cancellationToken);
        if (finding is not null)
        {
            await store.NoteFaultAsync(finding, cancellationToken);
            Tell(finding);
            return finding;
        }

        if (walk!.LastId > (last?.Id ?? 0) || (last is not null && time.GetUtcNow() - last.At > s_quiet))
            await AppendAsync(file, key, last, walk, cancellationToken);
        return null;
    }

    private async Task AppendAsync(SealFile file, AuditKey key, AuditSeal? last, AuditWalk walk, CancellationToken cancellationToken)
    {
        var seal = new AuditSeal(walk.LastId, Convert.ToHexStringLower(walk.LastHash), (last?.Count ?? 0) + walk.Count, time.GetUtcNow(), last?.Signature
            ?? "", "");
        seal = seal with { Signature = key.Sign(seal.ToSign()) };
        file.Append(seal);
        LogSealed(seal.Id, seal.Hash, seal.Count, seal.At, seal.Signature);
        await store.NoteSealAsync(seal, key.Fingerprint, cancellationToken);
    }

    private async Task<(AuditWalk? Walk, AuditFinding? Finding)> WalkAsync(AuditSeal? last, CancellationToken cancellationToken)
    {
        AuditWalk? walk = last is null ? new AuditWalk(0, []) : null;
        await foreach (var row in store.ReadAsync(last?.Id ?? 1, cancellationToken))
        {
            if (walk is not null)
            {
                if (walk.Next(row) is { } fault)
                    return (null, fault);
            }
            else if (row.Id == last!.Id && Convert.ToHexStringLower(row.Hash) == last.Hash)
            {
                walk = new AuditWalk(row.Id, row.Hash);
            }
            else
            {
                return (null, new AuditFinding(AuditFault.Rehashed, last.Id, last.Id));
            }
        }

        return walk is null ? (null, new AuditFinding(AuditFault.TailCut, last!.Id, last.Id)) : (walk, null);
    }

    private void Tell(AuditFinding? finding)
    {
        if (finding is not null)
            LogFault(finding.Fault, finding.From, finding.Until);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit seal: row {Id}, hash {Hash}, {Count} rows, {At:O}, signature {Signature}")]
    private partial void LogSealed(long id, string hash, long count, DateTimeOffset at, string signature);

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "The audit trail does not hold: {Fault}, rows {From} to {Until}. Nothing is sealed over it; 'audit verify' and docs/operations.md say more")]
    private partial void LogFault(AuditFault fault, long from, long until);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail could not be sealed; trying again in a minute")]
    private partial void LogFailed(Exception failure);
}
