using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Settings;

/// <summary>What holds for the whole site and is set while it runs, with its history; for administrators of the whole country.</summary>
public sealed partial class SettingsPage
{
    private readonly CancellationTokenSource _lifetime = new();
    private AppSettings? _settings;
    private IReadOnlyList<SettingChange> _changes = [];
    private PanelState _state = PanelState.Loading;
    private bool _isDenied;

    [Inject] public required IStringLocalizer<SettingsText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required SettingsServices Services { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ISnackbar Notices { get; init; }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            if (await Services.Viewers.GetAsync(_lifetime.Token) is not { } viewer)
                return;
            _changes = await Services.Settings.ListChangesAsync(viewer, _lifetime.Token);
            _settings = await Services.Settings.GetAsync(_lifetime.Token);
            _state = PanelState.Ready;
        }
        catch (PersonRefusedException)
        {
            _isDenied = true;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }

    private async Task SaveAsync(string key, string? value)
    {
        try
        {
            if (await Services.Viewers.GetAsync(_lifetime.Token) is not { } viewer)
                return;
            await Services.Settings.ChangeAsync(viewer, key, value, _lifetime.Token);
            Notices.Add(Text[nameof(SettingsText.Saved)], Severity.Success);
        }
        catch (ArgumentException)
        {
            Notices.Add(Text[nameof(SettingsText.Invalid)], Severity.Warning);
            return;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            Notices.Add(Text[nameof(SettingsText.Failed)], Severity.Error);
        }

        await LoadAsync();
    }

    // The newest of its setting.
    private bool IsUndoable(SettingChange change) => _changes.First(other => other.Key == change.Key) == change;

    private string ValueOf(string key, string? value) => value is null
        ? Text[nameof(SettingsText.Default)]
        : SettingWords.ValueOf(SettingCatalogue.Of(key), value, Text, Shared);
}
