using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Maps;
using CrimeInsight.Web.Shared.Maps.Tiles;
using Dapper;

namespace CrimeInsight.Benchmarks;

/// <summary>Map tiles as people ask for them: around towns, at every zoom, with and without a head; read and drawn.</summary>
internal sealed class TileBenchmark(BenchmarkDatabase database)
{
    private const int Tiles = 600;
    private const int ShallowestZoom = 4;
    private const int DeepestZoom = 15;
    private static readonly string?[] s_heads = [null, null, null, "theft", "murder", "burglary"];

    public async Task<Latencies> RunAsync(CancellationToken cancellationToken)
    {
        var random = new Random(1);
        var latencies = new Latencies();
        var towns = await TownsAsync();
        var status = await database.Services.GetRequiredService<IDataStatusReader>().GetAsync(cancellationToken);
        var viewer = await database.AddPersonAsync(PersonRole.Admin, "IN");
        var references = database.Services.GetRequiredService<IReferenceDataReader>();
        var reader = new MapTileReader(
            database.Database.App, references, new CoarseCellCache(database.Database.App, database.Services.GetRequiredService<IDataStatusReader>()));
        for (var i = -50; i < Tiles; i++)
        {
            if (i == 0)
                latencies.Clear();
            var zoom = random.Next(ShallowestZoom, DeepestZoom + 1);
            var (x, y) = MapCell.CellAt(MapCell.KeyOf(towns[random.Next(towns.Count)]), zoom);
            var head = s_heads[random.Next(s_heads.Length)];
            var query = new MapTileQuery { Zoom = zoom, X = x, Y = y, Period = Period.LastMonths(status.AsOf!.Value, 12), Heads = head is null ? [] : [head] };
            await latencies.TimeAsync($"zoom {zoom}{(head is null ? "" : " of one head")}", () => DrawAsync(reader, query, viewer, cancellationToken));
        }

        return latencies;
    }

    private static async Task<int> DrawAsync(MapTileReader reader, MapTileQuery query, Viewer viewer, CancellationToken cancellationToken)
    {
        var counts = await reader.ReadAsync(query, viewer, cancellationToken);
        var mean = counts.Cells.Count == 0 ? 0 : await reader.ReadMeanDensityAsync(query, viewer, cancellationToken);
        return DensityTileRenderer.Render(query, counts, mean, DensityRamp.Light).Length;
    }

    private async Task<IReadOnlyList<GeoPoint>> TownsAsync()
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var towns = await connection.QueryAsync<(double Latitude, double Longitude)>(
            "SELECT latitude, longitude FROM crime.city ORDER BY population DESC LIMIT 200");
        return [.. towns.Select(town => new GeoPoint(town.Latitude, town.Longitude))];
    }
}
