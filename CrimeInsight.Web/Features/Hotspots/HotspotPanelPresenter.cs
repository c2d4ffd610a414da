using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>A method that has a panel of its own below the map.</summary>
public abstract class HotspotPanelPresenter : IHotspotPresenter
{
    public abstract string Key { get; }

    public abstract IEnumerable<string> Keys { get; }

    public virtual IEnumerable<SettingChoice> Choices => [];

    /// <summary>A component with the parameters Context and Page.</summary>
    public abstract Type Panel { get; }

    public abstract HotspotSettings SettingsOf(HotspotDetail detail);

    public abstract IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words);
}
