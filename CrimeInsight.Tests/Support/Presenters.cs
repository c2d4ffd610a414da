using CrimeInsight.Web.Features.Hotspots;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Support;

/// <summary>How the app shows its methods.</summary>
internal static class Presenters
{
    public static HotspotPresenters All { get; } = new(
        GridHotspots.Methods, new ServiceCollection().AddHotspotsFeature().Where(service => service.ServiceType == typeof(IHotspotPresenter))
        .Select(service => (IHotspotPresenter)Activator.CreateInstance(service.ImplementationType!)!));
}
