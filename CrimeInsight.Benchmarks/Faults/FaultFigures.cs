namespace CrimeInsight.Benchmarks.Faults;

/// <summary>What the data room does when files, processes and disks fail it.</summary>
internal sealed class FaultFigures(FigureTable table, BenchmarkRequest request)
{
    private const int Damaged = 1000;
    private const int Kills = 100;
    private const int Seed = 12;

    public async Task AddAsync(CancellationToken cancellationToken)
    {
        await using (var database = await BenchmarkDatabase.OpenAsync(Path.Combine(request.Folder, "damaged"), cancellationToken))
            await new DamageBenchmark(database, table).RunAsync(Damaged, Seed, cancellationToken);
        await new DiskBenchmark(Path.Combine(request.Folder, "disk"), table).RunAsync(cancellationToken);
        await new KillBenchmark(Path.Combine(request.Folder, "kills"), table).RunAsync(Kills, Seed, cancellationToken);
    }
}
