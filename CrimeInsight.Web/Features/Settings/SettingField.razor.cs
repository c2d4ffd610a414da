using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Settings;

/// <summary>One setting: what it does, what it is, where that comes from.</summary>
public sealed partial class SettingField
{
    private string _value = "";
    private SettingValue? _shown;

    [Inject] public required IStringLocalizer<SettingsText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required SettingValue Setting { get; set; }

    /// <summary>Told the new value; null: back to that of the configuration.</summary>
    [Parameter, EditorRequired] public EventCallback<string?> Save { get; set; }

    private IEnumerable<ChoiceOption> RoleOptions => new[] { SettingDefinition.Nobody, nameof(PersonRole.Admin), nameof(PersonRole.Supervisor),
        nameof(PersonRole.Officer) }
        .Select(role => role.ToLowerInvariant())
        .Select(role => new ChoiceOption(role, SettingWords.ValueOf(Setting.Definition, role, Text, Shared)));

    private IEnumerable<ChoiceOption> SwitchOptions => new[] { SettingDefinition.On, SettingDefinition.Off }
        .Select(value => new ChoiceOption(value, SettingWords.ValueOf(Setting.Definition, value, Text, Shared)));

    private static IEnumerable<ChoiceOption> CultureOptions =>
        AppCultures.All.Select(culture => new ChoiceOption(culture.Name, AppCultures.NativeName(culture)));

    private long Least => Setting.Definition.Least / Setting.Definition.Scale;

    private long Most => Setting.Definition.Most / Setting.Definition.Scale;

    // As people enter it: megabytes where bytes are stored. What is no number is judged when it is saved.
    private string Number
    {
        get => long.TryParse(_value, NumberStyles.None, CultureInfo.InvariantCulture, out var stored)
            ? (stored / Setting.Definition.Scale).ToString(CultureInfo.InvariantCulture)
            : _value;
        set => _value = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var entered) && entered <= Setting.Definition.Most
            ? (entered * Setting.Definition.Scale).ToString(CultureInfo.InvariantCulture)
            : value;
    }

    protected override void OnParametersSet()
    {
        if (_shown == Setting)
            return;
        _shown = Setting;
        _value = Setting.Value;
    }

    private bool IsOn(string culture) => _value.Split(',').Contains(culture);

    private void Choose(string value) => _value = value;

    private void Toggle(string culture, bool isOn) =>
        _value = string.Join(',', AppCultures.All.Select(one => one.Name).Where(name => name == culture ? isOn : IsOn(name)));
}
