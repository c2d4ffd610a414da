using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;

namespace CrimeInsight.Web.Features.Settings;

/// <summary>What the page of settings asks.</summary>
public sealed class SettingsServices(ISettings settings, IViewerAccessor viewers)
{
    public ISettings Settings { get; } = settings;

    public IViewerAccessor Viewers { get; } = viewers;
}
