using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Settings;

/// <summary>Names of settings and of their values.</summary>
internal static class SettingWords
{
    public static string NameOf(string key) => key switch
    {
        nameof(SettingCatalogue.FactorFrom) => nameof(SettingsText.FactorFrom),
        nameof(SettingCatalogue.Languages) => nameof(SettingsText.Languages),
        nameof(SettingCatalogue.SessionIdleDays) => nameof(SettingsText.SessionIdleDays),
        nameof(SettingCatalogue.SessionKeepDays) => nameof(SettingsText.SessionKeepDays),
        _ => nameof(SettingsText.RejectKeepDays),
    };

    public static string HintOf(string key) => key switch
    {
        nameof(SettingCatalogue.FactorFrom) => nameof(SettingsText.FactorFromHint),
        nameof(SettingCatalogue.Languages) => nameof(SettingsText.LanguagesHint),
        nameof(SettingCatalogue.SessionIdleDays) => nameof(SettingsText.SessionIdleDaysHint),
        nameof(SettingCatalogue.SessionKeepDays) => nameof(SettingsText.SessionKeepDaysHint),
        _ => nameof(SettingsText.RejectKeepDaysHint),
    };

    /// <summary>A value as people read it.</summary>
    public static string ValueOf(SettingDefinition definition, string value, IStringLocalizer<SettingsText> text, IStringLocalizer<SharedText> shared) =>
        definition.Kind switch
        {
            SettingKind.Cultures => string.Join(", ", value.Split(',').Select(AppCultures.Find).OfType<CultureInfo>().Select(AppCultures.NativeName)),
            SettingKind.LowestRole => value == SettingDefinition.Nobody
                ? text[nameof(SettingsText.Nobody)]
                : text[nameof(SettingsText.RoleFrom), shared[AccountMenu.RoleKey(Enum.Parse<PersonRole>(value, ignoreCase: true))].Value],
            _ => text[nameof(SettingsText.Days), value],
        };
}
