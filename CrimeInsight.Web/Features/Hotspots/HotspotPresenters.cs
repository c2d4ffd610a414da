using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>How the registered methods are shown, in the order of the methods.</summary>
public sealed class HotspotPresenters
{
    private readonly HotspotMethods _methods;

    /// <exception cref="ArgumentException">Two are of the same method.</exception>
    public HotspotPresenters(HotspotMethods methods, IEnumerable<IHotspotPresenter> presenters)
    {
        _methods = methods;
        var byKey = presenters.ToDictionary(presenter => presenter.Key, StringComparer.OrdinalIgnoreCase);
        All = [.. methods.All.Select(method => byKey.GetValueOrDefault(method.Key)).OfType<IHotspotPresenter>()];
        OnMap = [.. All.OfType<HotspotMapPresenter>()];
        Panels = [.. All.OfType<HotspotPanelPresenter>()];
        Choices = [.. All.SelectMany(presenter => presenter.Choices).Distinct().OrderBy(choice => choice.Order)];
    }

    public ImmutableArray<IHotspotPresenter> All { get; }

    /// <summary>Those that are shown on the map, one at a time.</summary>
    public ImmutableArray<HotspotMapPresenter> OnMap { get; }

    /// <summary>Those that are shown below the map, together.</summary>
    public ImmutableArray<HotspotPanelPresenter> Panels { get; }

    /// <summary>All that can be chosen of any of them.</summary>
    public ImmutableArray<SettingChoice> Choices { get; }

    /// <summary>Null for an unknown key; letter case is ignored.</summary>
    public HotspotMapPresenter? FindOnMap(string? key) => OnMap.FirstOrDefault(presenter => presenter.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The method that a panel shows.</summary>
    public HotspotPanelPresenter Panel<TPanel>() => Panels.First(presenter => presenter.Panel == typeof(TPanel));

    /// <summary>How the method that made a report is shown.</summary>
    public IHotspotPresenter Of(HotspotReport report)
    {
        var key = _methods.Of(report.Used).Key;
        return All.First(presenter => presenter.Key == key);
    }

    /// <summary>The method looks at single cases.</summary>
    public bool IsOfCases(IHotspotPresenter presenter) => _methods.Find(presenter.Key)!.IsOfCases;
}
