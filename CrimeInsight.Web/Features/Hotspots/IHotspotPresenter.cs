using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How a method is shown. Registered beside the page; one for each method.</summary>
public interface IHotspotPresenter
{
    /// <summary>Of the method.</summary>
    string Key { get; }

    /// <summary>Texts it is told with.</summary>
    IEnumerable<string> Keys { get; }

    /// <summary>What can be chosen beside the period, in the order of the toolbar.</summary>
    IEnumerable<SettingChoice> Choices { get; }

    /// <summary>The method's settings as the address has them.</summary>
    HotspotSettings SettingsOf(HotspotDetail detail);

    /// <summary>The parameters a report was made with, those that cannot be chosen among them.</summary>
    IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words);
}
