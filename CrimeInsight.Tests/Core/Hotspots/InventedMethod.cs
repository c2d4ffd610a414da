using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Tests.Core.Hotspots;

/// <summary>A method nobody has: places with at least so many cases. All that it takes to add one is in the Invented… files.</summary>
internal sealed class InventedMethod : PlacesMethod<InventedSettings, InventedReport>
{
    public override string Key => "invented";

    public override int Version => 1;

    protected override InventedReport Empty(HotspotSearch search, InventedSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Level = search.Level, Period = search.Period, Obstacle = obstacle };

    protected override async Task<InventedReport?> FindAsync(
        HotspotSearch search, ImmutableArray<string> heads, InventedSettings settings, CancellationToken cancellationToken)
    {
        var cases = await search.Sources.Places.ReadAsync(
            heads, search.Scope.Place, search.Level, search.Places, search.Period, search.Viewer, cancellationToken);
        if (cases is null)
            return null;
        PlaceClass[] classes = [.. cases.Places.Select((_, i) => cases.TotalOf(i) >= settings.Least ? PlaceClass.Hot : PlaceClass.None)];
        return Empty(search, settings) with
        {
            Marks = [.. cases.Places.Select((place, i) => new PlaceMark(place, cases.TotalOf(i), null, classes[i], classes[i]))],
            Found = [.. cases.Places.Where((_, i) => classes[i] == PlaceClass.Hot).Select(place => new InventedFinding
            {
                Key = place.Code,
                Class = PlaceClass.Hot,
                Place = place,
                Places = [place],
                Period = search.Period,
                Cases = settings.Least,
                Expected = 1,
                Guess = 0.1 + settings.Least,
            })],
            Tested = cases.Places.Length,
        };
    }
}
