using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.LocalMoran;
using CrimeInsight.Web.Resources;
using MudBlazor;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How findings of local Moran's I are shown.</summary>
internal sealed class LocalMoranPresenter : AssociationPresenter
{
    public override string Key => "likeness";

    public override string Icon => Icons.Material.Rounded.Compare;

    public override string NameKey => nameof(HotspotsText.MethodLikeness);

    public override string QuestionKey => nameof(HotspotsText.QuestionLikeness);

    public override string MeansKey => nameof(HotspotsText.MeansLikeness);

    protected override string AroundKey => nameof(HotspotsText.AroundAlone);

    public override HotspotSettings SettingsOf(HotspotDetail detail) => SettingsOf<LocalMoranSettings>(detail);
}
