using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots;

/// <summary>The registered methods, in their order.</summary>
public sealed class HotspotMethods
{
    private readonly Dictionary<string, IHotspotMethod> _byKey;
    private readonly Dictionary<Type, IHotspotMethod> _bySettings;

    /// <exception cref="ArgumentException">Two methods have the same key, or settings of the same type.</exception>
    public HotspotMethods(IEnumerable<IHotspotMethod> methods)
    {
        All = [.. methods];
        Stored = [.. All.Where(method => method.IsStored)];
        _byKey = All.ToDictionary(method => method.Key, StringComparer.OrdinalIgnoreCase);
        _bySettings = All.ToDictionary(method => method.Usual.GetType());
    }

    public ImmutableArray<IHotspotMethod> All { get; }

    /// <summary>Those that are computed in the background.</summary>
    public ImmutableArray<IHotspotMethod> Stored { get; }

    /// <summary>Null for an unknown key; letter case is ignored.</summary>
    public IHotspotMethod? Find(string? key) => key is null ? null : _byKey.GetValueOrDefault(key);

    /// <summary>The method that settings are of.</summary>
    /// <exception cref="ArgumentException">They are of none that is registered.</exception>
    public IHotspotMethod Of(HotspotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return _bySettings.GetValueOrDefault(settings.GetType())
            ?? throw new ArgumentException($"No method is registered for {settings.GetType().Name}; register the one they are of.", nameof(settings));
    }
}
