namespace CrimeInsight.Data.Connections;

/// <summary>
/// What the database tells of changes, of this process and of others, when they are committed. Heard on the connection of
/// <see cref="DatabaseWatch"/>; while that is not there, nothing is heard and nothing may be remembered.
/// </summary>
internal sealed class DatabaseNews
{
    /// <summary>Channel of changed data; its payload is the new version.</summary>
    public const string DataChannel = "crimeinsight_data";

    /// <summary>Channel of changed rights and ended sessions; its payload is the person.</summary>
    public const string PeopleChannel = "crimeinsight_people";

    /// <summary>Channel of changed settings.</summary>
    public const string SettingsChannel = "crimeinsight_settings";

    private volatile bool _isHeard;

    /// <summary>Incidents came or went.</summary>
    public event Action? DataChanged;

    /// <summary>Rights or sessions of a person changed.</summary>
    public event Action<Guid>? PersonChanged;

    /// <summary>A setting was changed.</summary>
    public event Action? SettingsChanged;

    /// <summary>Changes may have been missed.</summary>
    public event Action? Missed;

    /// <summary>Changes are heard of from now on.</summary>
    public bool IsHeard
    {
        get => _isHeard;
        set
        {
            _isHeard = value;
            Missed?.Invoke();
        }
    }

    /// <summary>Something was told.</summary>
    public void Tell(string channel, string payload)
    {
        if (channel == DataChannel)
            DataChanged?.Invoke();
        else if (channel == PeopleChannel && Guid.TryParse(payload, out var person))
            PersonChanged?.Invoke(person);
        else if (channel == SettingsChannel)
            SettingsChanged?.Invoke();
    }
}
