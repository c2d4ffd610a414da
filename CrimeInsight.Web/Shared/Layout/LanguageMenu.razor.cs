using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>Changes the language: remembers it for the person, then loads the page again in it. The address stays.</summary>
public sealed partial class LanguageMenu
{
    [Inject]
    public required OfferedLanguages Languages { get; init; }

    [Inject]
    public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject]
    public required PreferenceSaver Preferences { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private static string ItemClass(CultureInfo culture) =>
        culture.Name == CultureInfo.CurrentUICulture.Name ? "menu-item menu-item-on" : "menu-item";

    private async Task ChooseAsync(CultureInfo culture)
    {
        await Preferences.SaveAsync(new PersonPreferences(culture.Name, null, null), CancellationToken.None);
        var here = AppUrls.PathOf(Navigation.Uri, Navigation.BaseUri);
        Navigation.NavigateTo(AppUrls.Language(culture.Name, here), forceLoad: true);
    }
}
