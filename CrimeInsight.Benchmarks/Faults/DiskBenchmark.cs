using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using Dapper;
using Npgsql;

namespace CrimeInsight.Benchmarks.Faults;

/// <summary>
/// Disks that fill up: that of uploads while bytes come and while rejects are listed, and that of the database while rows are stored. Each is refused in
/// clear words, leaves nothing half done, and goes on once there is room. Small disks are made of memory, which needs root on Linux.
/// </summary>
internal sealed class DiskBenchmark(string folder, FigureTable table)
{
    private const int Mega = 1 << 20;
    private const int UploadMegabytes = 24;
    private const int TableMegabytes = 12;
    private const int Rows = 200_000;
    private const int PostgresUser = 65534;

    private const string CasesSql = "SELECT (SELECT count(*) FROM crime.incident) + (SELECT count(*) FROM crime.batch)";

    private readonly List<string> _faults = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            table.Note("Full disks were not tried: making small ones needs root on Linux.");
            return;
        }

        var (uploads, tables) = (Path.Combine(folder, "small-uploads"), Path.Combine(folder, "small-tables"));
        await MountAsync(uploads, UploadMegabytes, cancellationToken);
        await MountAsync(tables, TableMegabytes, cancellationToken);
        try
        {
            await using var room = await FaultRoom.OpenAsync(
                Path.Combine(folder, "data"), cancellationToken, ("DataRoom__Folder", uploads), ("DataRoom__LeastFreeBytes", "0"));
            await UploadAsync(room, uploads, cancellationToken);
            await ListAsync(room, uploads, cancellationToken);
            await StoreAsync(room, tables, cancellationToken);
        }
        finally
        {
            await RunAsync("umount", [uploads], CancellationToken.None);
            await RunAsync("umount", [tables], CancellationToken.None);
        }

        foreach (var fault in _faults)
            table.Note("    " + fault);
        table.Add("full disks that were not refused clearly, left something, or did not go on", _faults.Count.ToString(CultureInfo.InvariantCulture), "0",
            _faults.Count == 0);
    }

    private async Task UploadAsync(FaultRoom room, string disk, CancellationToken cancellationToken)
    {
        Expect(HttpStatusCode.InsufficientStorage, (await room.CreateAsync(2 * UploadMegabytes * Mega, cancellationToken)).Status, "too large for the disk");
        var bytes = FaultRows.Csv("d", Rows)[..(8 * Mega)];
        var path = (await room.CreateAsync(bytes.Length, cancellationToken)).Path!;
        var filler = Fill(disk, leave: 3 * Mega);
        Expect(HttpStatusCode.InsufficientStorage, await room.PatchAsync(path, 0, new MemoryStream(bytes), cancellationToken), "the disk fills up");
        var kept = await room.OffsetAsync(path, cancellationToken);
        File.Delete(filler);
        using var rest = new MemoryStream(bytes, (int)kept, bytes.Length - (int)kept);
        Expect(HttpStatusCode.NoContent, await room.PatchAsync(path, kept, rest, cancellationToken), "there is room again");
        var upload = Guid.Parse(path.Split('/')[^1]);
        await room.AskAsync(upload, StepKind.Check, cancellationToken);
        var check = StepReports.ReadImport(await room.EndAsync(upload, StepKind.Check, cancellationToken));
        Expect(Convert.ToHexStringLower(SHA256.HashData(bytes)), check?.Sha256 ?? "", "the bytes that came");
        foreach (var file in Directory.EnumerateFiles(disk))
            File.Delete(file);
    }

    // Every row is rejected: the list is longer than the file.
    private async Task ListAsync(FaultRoom room, string disk, CancellationToken cancellationToken)
    {
        var upload = await SendAsync(room, FaultRows.Csv("l", Rows / 4, "nonsense of no head"), cancellationToken);
        var filler = Fill(disk, leave: Mega);
        await room.AskAsync(upload, StepKind.Check, cancellationToken);
        var step = await room.EndAsync(upload, StepKind.Check, cancellationToken);
        Expect(FileProblem.DiskFull, step.Problem?.File, "no room for the list");
        File.Delete(filler);
        await room.AskAsync(upload, StepKind.Check, cancellationToken);
        Expect(StepState.Done, (await room.EndAsync(upload, StepKind.Check, cancellationToken)).State, "room for the list again");
        foreach (var file in Directory.EnumerateFiles(disk))
            File.Delete(file);
    }

    private async Task StoreAsync(FaultRoom room, string disk, CancellationToken cancellationToken)
    {
        await RunAsync("chown", [PostgresUser.ToString(CultureInfo.InvariantCulture), disk], cancellationToken);
        var upload = await SendAsync(room, FaultRows.Csv("t", Rows), cancellationToken);
        var before = await CasesAsync(room, cancellationToken);
        await SetSpaceAsync(room, $"CREATE TABLESPACE small LOCATION '{disk}'", cancellationToken);
        await SetSpaceAsync(room, "GRANT CREATE ON TABLESPACE small TO PUBLIC", cancellationToken);
        await SetSpaceAsync(room, $"ALTER DATABASE {room.Database.Owner.CreateConnection().Database} SET default_tablespace = small", cancellationToken);
        await room.KillAppAsync();
        await room.StartAsync(cancellationToken);
        await room.AskAsync(upload, StepKind.Import, cancellationToken);
        var step = await room.EndAsync(upload, StepKind.Import, cancellationToken);
        Expect(FileProblem.DiskFull, step.Problem?.File, "the database has no room");
        Expect(before, await CasesAsync(room, cancellationToken), "nothing is stored");
        await SetSpaceAsync(room, $"ALTER DATABASE {room.Database.Owner.CreateConnection().Database} RESET default_tablespace", cancellationToken);
        await room.KillAppAsync();
        await room.StartAsync(cancellationToken);
        await room.AskAsync(upload, StepKind.Import, cancellationToken);
        var again = StepReports.ReadImport(await room.EndAsync(upload, StepKind.Import, cancellationToken));
        Expect(Rows, again?.Accepted ?? 0, "the database has room again");
        foreach (var batch in await room.Database.Services.GetRequiredService<IBatchStore>().ListAsync(1, null, room.Viewer, cancellationToken))
            await room.Database.Services.GetRequiredService<IBatchStore>().RollBackAsync(batch.Id, room.Viewer, null, cancellationToken);
        await SetSpaceAsync(room, "DROP TABLESPACE small", cancellationToken);
    }

    private static async Task SetSpaceAsync(FaultRoom room, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(room.SuperuserConnectionString);
        await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }

    private static async Task<Guid> SendAsync(FaultRoom room, byte[] bytes, CancellationToken cancellationToken)
    {
        var path = (await room.CreateAsync(bytes.Length, cancellationToken)).Path!;
        await room.PatchAsync(path, 0, new MemoryStream(bytes), cancellationToken);
        return Guid.Parse(path.Split('/')[^1]);
    }

    private static async Task<long> CasesAsync(FaultRoom room, CancellationToken cancellationToken)
    {
        await using var connection = await room.Database.Owner.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(CasesSql, cancellationToken: cancellationToken));
    }

    private static string Fill(string disk, long leave)
    {
        var path = Path.Combine(disk, "filler");
        File.WriteAllBytes(path, new byte[Math.Max(0, new DriveInfo(disk).AvailableFreeSpace - leave)]);
        return path;
    }

    private static async Task MountAsync(string place, int megabytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(place);
        await RunAsync("mount", ["-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", place], cancellationToken);
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
    }

    private void Expect<T>(T expected, T found, string when)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            _faults.Add($"{when}: {found}, not {expected}");
    }
}
