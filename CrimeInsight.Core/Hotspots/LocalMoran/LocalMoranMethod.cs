using CrimeInsight.Core.Hotspots.Association;
using CrimeInsight.Core.Spatial.Association;

namespace CrimeInsight.Core.Hotspots.LocalMoran;

/// <summary>Places that are like or unlike their neighbours: local Moran's I of how far cases are from equal risk.</summary>
internal sealed class LocalMoranMethod : AssociationMethod<LocalMoranSettings, LocalMoranReport>
{
    public override string Key => "likeness";

    public override int Version => 8;

    protected override LocalMethod Statistic => LocalMethod.Moran;

    protected override LocalMoranReport Empty(HotspotSearch search, LocalMoranSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Level = search.Level, Period = search.Period, Obstacle = obstacle };
}
