using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Web.Resources;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How findings of Gi* are shown.</summary>
internal sealed class GetisOrdPresenter : AssociationPresenter
{
    public override string Key => "neighbours";

    public override string Icon => Icons.Material.Rounded.LocalFireDepartment;

    public override string NameKey => nameof(HotspotsText.MethodNeighbours);

    public override string QuestionKey => nameof(HotspotsText.QuestionNeighbours);

    public override string MeansKey => nameof(HotspotsText.MeansNeighbours);

    protected override string AroundKey => nameof(HotspotsText.AroundTogether);

    public override HotspotSettings SettingsOf(HotspotDetail detail) => SettingsOf<GetisOrdSettings>(detail);
}
