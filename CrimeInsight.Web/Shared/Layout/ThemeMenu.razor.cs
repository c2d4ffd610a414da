using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Light, dark, or as the device.</summary>
public sealed partial class ThemeMenu
{
    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required DisplayState Display { get; init; }

    [Inject]
    public required PreferenceSaver Preferences { get; init; }

    /// <summary>Key of a theme's name in SharedText.</summary>
    public static string KeyOf(DisplayTheme theme) => theme switch
    {
        DisplayTheme.Light => nameof(SharedText.ThemeLight),
        DisplayTheme.Dark => nameof(SharedText.ThemeDark),
        _ => nameof(SharedText.ThemeSystem),
    };

    /// <summary>Icon of a theme.</summary>
    public static string IconOf(DisplayTheme theme) => theme switch
    {
        DisplayTheme.Light => Icons.Material.Rounded.LightMode,
        DisplayTheme.Dark => Icons.Material.Rounded.DarkMode,
        _ => Icons.Material.Rounded.Contrast,
    };

    private async Task ChooseAsync(DisplayTheme theme)
    {
        Display.Set(Display.Choice with { Theme = theme });
        await Preferences.SaveAsync(Display.ToPreferences(), CancellationToken.None);
    }
}
