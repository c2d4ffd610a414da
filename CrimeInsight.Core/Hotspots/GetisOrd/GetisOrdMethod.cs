using CrimeInsight.Core.Hotspots.Association;
using CrimeInsight.Core.Spatial.Association;

namespace CrimeInsight.Core.Hotspots.GetisOrd;

/// <summary>Places that have, with their neighbours, more cases than chance allows: Getis and Ord's Gi* of how far cases are from equal risk.</summary>
internal sealed class GetisOrdMethod : AssociationMethod<GetisOrdSettings, GetisOrdReport>
{
    public override string Key => "neighbours";

    public override int Version => 8;

    protected override LocalMethod Statistic => LocalMethod.GetisOrdStar;

    protected override GetisOrdReport Empty(HotspotSearch search, GetisOrdSettings settings, HotspotObstacle? obstacle = null) =>
        new() { Scope = search.Scope, Settings = settings, Level = search.Level, Period = search.Period, Obstacle = obstacle };
}
