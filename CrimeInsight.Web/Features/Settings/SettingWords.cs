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
        nameof(SettingCatalogue.MinimumTotal) => nameof(SettingsText.MinimumTotal),
        nameof(SettingCatalogue.Languages) => nameof(SettingsText.Languages),
        nameof(SettingCatalogue.DefaultLanguage) => nameof(SettingsText.DefaultLanguage),
        nameof(SettingCatalogue.TileUrl) => nameof(SettingsText.TileUrl),
        nameof(SettingCatalogue.TileCredit) => nameof(SettingsText.TileCredit),
        nameof(SettingCatalogue.TileMaxZoom) => nameof(SettingsText.TileMaxZoom),
        nameof(SettingCatalogue.UploadMostBytes) => nameof(SettingsText.UploadMostBytes),
        nameof(SettingCatalogue.UploadKeepHours) => nameof(SettingsText.UploadKeepHours),
        nameof(SettingCatalogue.SessionIdleDays) => nameof(SettingsText.SessionIdleDays),
        nameof(SettingCatalogue.SessionKeepDays) => nameof(SettingsText.SessionKeepDays),
        nameof(SettingCatalogue.Guide) => nameof(SettingsText.Guide),
        _ => nameof(SettingsText.RejectKeepDays),
    };

    public static string HintOf(string key) => key switch
    {
        nameof(SettingCatalogue.FactorFrom) => nameof(SettingsText.FactorFromHint),
        nameof(SettingCatalogue.MinimumTotal) => nameof(SettingsText.MinimumTotalHint),
        nameof(SettingCatalogue.Languages) => nameof(SettingsText.LanguagesHint),
        nameof(SettingCatalogue.DefaultLanguage) => nameof(SettingsText.DefaultLanguageHint),
        nameof(SettingCatalogue.TileUrl) => nameof(SettingsText.TileUrlHint),
        nameof(SettingCatalogue.TileCredit) => nameof(SettingsText.TileCreditHint),
        nameof(SettingCatalogue.TileMaxZoom) => nameof(SettingsText.TileMaxZoomHint),
        nameof(SettingCatalogue.UploadMostBytes) => nameof(SettingsText.UploadMostBytesHint),
        nameof(SettingCatalogue.UploadKeepHours) => nameof(SettingsText.UploadKeepHoursHint),
        nameof(SettingCatalogue.SessionIdleDays) => nameof(SettingsText.SessionIdleDaysHint),
        nameof(SettingCatalogue.SessionKeepDays) => nameof(SettingsText.SessionKeepDaysHint),
        nameof(SettingCatalogue.Guide) => nameof(SettingsText.GuideHint),
        _ => nameof(SettingsText.RejectKeepDaysHint),
    };

    /// <summary>What a number counts, with its limits.</summary>
    public static string LimitsOf(SettingDefinition definition, IStringLocalizer<SettingsText> text) => text[definition.Kind switch
    {
        SettingKind.Hours => nameof(SettingsText.HoursBetween),
        SettingKind.Bytes => nameof(SettingsText.MegabytesBetween),
        SettingKind.Cases => nameof(SettingsText.CasesBetween),
        SettingKind.Zoom => nameof(SettingsText.ZoomBetween),
        _ => nameof(SettingsText.DaysBetween),
    }, Number(definition.Least / definition.Scale), Number(definition.Most / definition.Scale)];

    /// <summary>A value as people read it.</summary>
    public static string ValueOf(SettingDefinition definition, string value, IStringLocalizer<SettingsText> text, IStringLocalizer<SharedText> shared) =>
        definition.Kind switch
        {
            SettingKind.Cultures => string.Join(", ", value.Split(',').Select(AppCultures.Find).OfType<CultureInfo>().Select(AppCultures.NativeName)),
            SettingKind.LowestRole => value == SettingDefinition.Nobody
                ? text[nameof(SettingsText.Nobody)]
                : text[nameof(SettingsText.RoleFrom), shared[AccountMenu.RoleKey(Enum.Parse<PersonRole>(value, ignoreCase: true))].Value],
            SettingKind.Switch => text[value == SettingDefinition.On ? nameof(SettingsText.On) : nameof(SettingsText.Off)],
            SettingKind.Culture => AppCultures.Find(value) is { } culture ? AppCultures.NativeName(culture) : value,
            SettingKind.TileAddress or SettingKind.Words => value.Length == 0 ? text[nameof(SettingsText.None)] : value,
            SettingKind.Hours => text[nameof(SettingsText.Hours), value],
            SettingKind.Bytes => text[nameof(SettingsText.Megabytes), Number(long.Parse(value, CultureInfo.InvariantCulture) / definition.Scale)],
            SettingKind.Cases or SettingKind.Zoom => Number(long.Parse(value, CultureInfo.InvariantCulture)),
            _ => text[nameof(SettingsText.Days), value],
        };

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
