using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Account;

/// <summary>Language, theme and size of text. Each applies at once and follows the person to other devices.</summary>
public sealed partial class AppearancePanel
{
    [Inject]
    public required OfferedLanguages Languages { get; init; }

    [Inject]
    public required IStringLocalizer<AccountText> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject]
    public required DisplayState Display { get; init; }

    [Inject]
    public required PreferenceSaver Preferences { get; init; }

    [Inject]
    public required ShellServices Shell { get; init; }

    protected override void OnInitialized() => Display.Changed += OnChanged;

    public void Dispose() => Display.Changed -= OnChanged;

    private static string KeyOf(int scale) => scale switch
    {
        100 => nameof(AccountText.TextSizeNormal),
        115 => nameof(AccountText.TextSizeLarge),
        _ => nameof(AccountText.TextSizeLargest),
    };

    private async Task ChooseAsync(DisplayChoice choice)
    {
        Display.Set(choice);
        if (!await Preferences.SaveAsync(Display.ToPreferences(), CancellationToken.None))
            Shell.Notices.Add(Text[nameof(AccountText.SaveFailed)], Severity.Warning);
    }

    private async Task ChooseLanguageAsync(CultureInfo culture)
    {
        await Preferences.SaveAsync(new PersonPreferences(culture.Name, null, null), CancellationToken.None);
        Shell.Navigation.NavigateTo(AppUrls.Language(culture.Name, AppUrls.Account), forceLoad: true);
    }

    private void OnChanged() => _ = InvokeAsync(StateHasChanged);
}
