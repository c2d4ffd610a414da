using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Tests.Support;

/// <summary>Settings as a test sets them.</summary>
internal sealed class FakeSettings : ISettings
{
    private readonly SettingDefaults _defaults = new(new Dictionary<string, string>(), [.. AppCultures.All.Select(culture => culture.Name)]);
    private readonly Dictionary<string, (string, DateTimeOffset, string)> _stored = [];

    public event Action? Changed;

    public List<SettingChange> Changes { get; } = [];

    public bool IsRefusing { get; set; }

    public AppSettings Current => _defaults.With(_stored);

    public Task<AppSettings> GetAsync(CancellationToken cancellationToken) => Task.FromResult(Current);

    public Task ChangeAsync(Viewer admin, string key, string? value, CancellationToken cancellationToken)
    {
        var before = _stored.TryGetValue(key, out var set) ? set.Item1 : null;
        if (value is null)
            _stored.Remove(key);
        else
            _stored[key] =
                (SettingCatalogue.Of(key).Read(value, _defaults.Cultures) ?? throw new ArgumentException(key), DateTimeOffset.UnixEpoch, admin.UserName);
        Changes.Insert(0, new SettingChange(Changes.Count, key, before, value, DateTimeOffset.UnixEpoch, admin.UserName));
        Changed?.Invoke();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SettingChange>> ListChangesAsync(Viewer admin, CancellationToken cancellationToken) => IsRefusing
        ? throw new PersonRefusedException(PersonRefusal.NotAllowed, new InvalidOperationException())
        : Task.FromResult<IReadOnlyList<SettingChange>>([.. Changes]);

    public Task ForgetOldAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
