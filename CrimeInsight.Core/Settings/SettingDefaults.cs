namespace CrimeInsight.Core.Settings;

/// <summary>What the configuration says of settings.</summary>
/// <param name="Configured">By key; what it does not name has the default of the catalogue.</param>
/// <param name="Cultures">Names of the cultures there are.</param>
public sealed record SettingDefaults(IReadOnlyDictionary<string, string> Configured, IReadOnlyList<string> Cultures)
{
    /// <summary>The value that holds when nobody set another.</summary>
    /// <exception cref="OperatorException">The configuration's is none.</exception>
    public string Of(SettingDefinition definition)
    {
        if (!Configured.TryGetValue(definition.Key, out var configured))
        {
            return definition.Kind switch
            {
                SettingKind.Cultures => string.Join(',', Cultures),
                SettingKind.Culture => Cultures[0],
                _ => definition.Default,
            };
        }

        return definition.Read(configured, Cultures)
            ?? throw new OperatorException($"The setting {definition.Configuration} of the configuration cannot be '{configured}'.");
    }

    /// <summary>The settings in force.</summary>
    /// <param name="stored">What was set while the site ran. What is no value any more counts as not set.</param>
    public AppSettings With(IReadOnlyDictionary<string, (string Value, DateTimeOffset At, string By)> stored) => new(
    [
        .. SettingCatalogue.All.Select(definition =>
            stored.TryGetValue(definition.Key, out var set) && definition.Read(set.Value, Cultures) is { } value
                ? new SettingValue(definition, value, Of(definition), set.At, set.By)
                : new SettingValue(definition, Of(definition), Of(definition), null, null)),
    ]);
}
