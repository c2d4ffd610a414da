using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Settings;

/// <summary>Port: settings. Whoever changes one anywhere, every instance hears of it when it is stored.</summary>
public interface ISettings
{
    /// <summary>Raised on a worker thread after <see cref="Current"/> changed.</summary>
    event Action? Changed;

    /// <summary>What was last heard of; asks nobody.</summary>
    AppSettings Current { get; }

    /// <summary>What is stored now.</summary>
    Task<AppSettings> GetAsync(CancellationToken cancellationToken);

    /// <summary>Sets one.</summary>
    /// <param name="value">Null: back to the value of the configuration.</param>
    /// <exception cref="PersonRefusedException">Not an administrator of the whole country.</exception>
    /// <exception cref="ArgumentException">It cannot have the value.</exception>
    Task ChangeAsync(Viewer admin, string key, string? value, CancellationToken cancellationToken);

    /// <summary>What was changed, the newest first.</summary>
    /// <exception cref="PersonRefusedException">Not an administrator of the whole country.</exception>
    Task<IReadOnlyList<SettingChange>> ListChangesAsync(Viewer admin, CancellationToken cancellationToken);

    /// <summary>Ends and forgets what the settings say is kept no longer.</summary>
    Task ForgetOldAsync(CancellationToken cancellationToken);
}
