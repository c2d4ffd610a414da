using System.Globalization;
using CrimeInsight.Benchmarks.Faults;
using CrimeInsight.Benchmarks.Imports;

namespace CrimeInsight.Benchmarks;

/// <summary>Runs what was asked for and prints the table.</summary>
internal sealed class BenchmarkRun(BenchmarkRequest request, TextWriter output)
{
    private const double StartBudget = 15;
    private const double DemoBudget = 90;
    private const double QueryBudget = 50;
    private const double GrowthBudget = 2;
    private const double TileBudget = 30;
    private const double CircuitBudget = 1;

    private readonly FigureTable _table = new(output);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(request.Folder);
        try
        {
            if (request.Has("start"))
                _table.AddAtMost("first start to sign-in page", await StartBenchmark.RunAsync(Folder("start"), cancellationToken), StartBudget, "s");
            if (request.Has("forecast"))
                await new ForecastFigures(_table, request).AddAsync(cancellationToken);
            if (request.Has("spatial"))
                await new SpatialFigures(_table).AddAsync(cancellationToken);
            if (request.Has("clusters"))
                await new ClusterFigures(_table, request).AddAsync(cancellationToken);
            if (request.Has("scan"))
                await new ScanFigures(_table).AddAsync(cancellationToken);
            if (request.Has("knox"))
                await new KnoxFigures(_table).AddAsync(cancellationToken);
            if (request.Has("honesty"))
                new HonestyBenchmark(_table, request.Sets).Add(cancellationToken);
            if (request.Has("faults"))
                await new FaultFigures(_table, request).AddAsync(cancellationToken);
            if (request.Has("import") || request.Has("formats"))
                await new ImportFigures(_table, request).AddAsync(cancellationToken);
            if (request.Has("likeness"))
                await LikenessAsync(cancellationToken);
            if (request.Has("days"))
                await DaysAsync(cancellationToken);
            if (request.Has("demo") || request.Has("overview") || request.Has("tiles") || request.Has("circuits") || request.Has("planted")
                || request.Has("load") || request.Has("idle"))
                await ServeAsync(cancellationToken);
        }
        finally
        {
            Directory.Delete(request.Folder, recursive: true);
        }

        _table.Print();
    }

    private async Task LikenessAsync(CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.OpenAsync(Folder("likeness"), cancellationToken);
        await new LikenessFigures(database, _table).AddAsync(request.Incidents, cancellationToken);
    }

    private async Task DaysAsync(CancellationToken cancellationToken)
    {
        await using var database = await BenchmarkDatabase.OpenAsync(Folder("days"), cancellationToken);
        await new DaysBenchmark(database, Folder("days"), _table).RunAsync(cancellationToken);
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        double small;
        await using (var database = await BenchmarkDatabase.OpenAsync(Folder("usual"), cancellationToken))
        {
            var seconds = await database.LoadDemoAsync(request.Incidents, cancellationToken);
            if (request.Has("demo"))
                _table.AddAtMost($"demo load of {Count(request.Incidents)}", seconds, DemoBudget, "s");
            small = await QueriesAsync(database, request.Incidents, cancellationToken);
            if (request.Has("planted"))
            {
                await new PlantedBenchmark(database, _table).RunAsync(cancellationToken);
                await new PlantedPlacesBenchmark(database, _table).RunAsync(request.Incidents, cancellationToken);
            }

            if (request.Has("circuits"))
                await CircuitsAsync(database);
            if (request.Has("load"))
                await new LoadBenchmark(database, Folder("usual"), _table).RunAsync(cancellationToken);
            if (request.Has("idle"))
                await new IdleBenchmark(database, Folder("usual"), _table).RunAsync(cancellationToken);
        }

        if (request.Factor <= 0 || !(request.Has("overview") || request.Has("tiles")))
            return;
        await using var large = await BenchmarkDatabase.OpenAsync(Folder("large"), cancellationToken);
        var count = request.Incidents * request.Factor;
        _table.Add($"demo load of {Count(count)}", Text($"{await large.LoadDemoAsync(count, cancellationToken):0} s"), "", null);
        var grown = await QueriesAsync(large, count, cancellationToken);
        if (request.Has("overview"))
            _table.Add($"growth of the Overview's p95 over {request.Factor} × the data", Text($"{grown / small:0.00} ×"), Text($"≤ {GrowthBudget} ×"),
                grown / small <= GrowthBudget);
    }

    private async Task<double> QueriesAsync(BenchmarkDatabase database, int incidents, CancellationToken cancellationToken)
    {
        var p95 = 0.0;
        if (request.Has("overview"))
        {
            var latencies = await new OverviewBenchmark(database).RunAsync(cancellationToken);
            p95 = latencies.Percentile(95);
            Show(latencies);
            _table.Add(
                $"Overview queries at {Count(incidents)}", Text($"p50 {latencies.Percentile(50):0.0} ms, p95 {p95:0.0} ms ({latencies.Count} queries)"),
                Text($"p95 ≤ {QueryBudget} ms"), p95 <= QueryBudget);
        }

        if (request.Has("tiles"))
        {
            var latencies = await new TileBenchmark(database).RunAsync(cancellationToken);
            Show(latencies);
            _table.Add(
                $"map tiles at {Count(incidents)}",
                Text($"p50 {latencies.Percentile(50):0.0} ms, p95 {latencies.Percentile(95):0.0} ms ({latencies.Count} tiles)"),
                incidents == request.Incidents ? Text($"p95 ≤ {TileBudget} ms") : "",
                incidents == request.Incidents ? latencies.Percentile(95) <= TileBudget : null);
        }

        return p95;
    }

    private async Task CircuitsAsync(BenchmarkDatabase database)
    {
        if (await new CircuitBenchmark(database).RunAsync() is { } megabytes)
            _table.Add("managed memory of an open Overview", Text($"{megabytes:0.00} MB"), Text($"≤ {CircuitBudget} MB"), megabytes <= CircuitBudget);
        else
            _table.Note("No Chromium: circuits were not measured (CRIMEINSIGHT_CHROMIUM names one).");
    }

    private void Show(Latencies latencies)
    {
        foreach (var (name, median, count) in latencies.Slowest(8))
            _table.Note(Text($"    {median,8:0.0} ms  {name} ({count})"));
    }

    private string Folder(string name) => Path.Combine(request.Folder, name);

    private static string Count(int incidents) => Text($"{incidents / 1e6:0.###} M");

    private static string Text(FormattableString text) => FigureTable.Text(text);
}
