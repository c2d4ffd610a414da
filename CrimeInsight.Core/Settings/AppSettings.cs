using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Settings;

/// <summary>The settings in force.</summary>
public sealed record AppSettings(ImmutableArray<SettingValue> Values)
{
    /// <summary>The lowest role that signs in with a second factor; null: none has to.</summary>
    public PersonRole? FactorFrom => SettingDefinition.RoleOf(Of(SettingCatalogue.FactorFrom));

    /// <summary>Names of the cultures that are offered.</summary>
    public IReadOnlyList<string> Languages => Of(SettingCatalogue.Languages).Split(',');

    /// <summary>Sessions that nobody used for so many days end.</summary>
    public int SessionIdleDays => Days(SettingCatalogue.SessionIdleDays);

    /// <summary>Days for which ended sessions are remembered.</summary>
    public int SessionKeepDays => Days(SettingCatalogue.SessionKeepDays);

    /// <summary>Days for which the rows that an import refused are kept.</summary>
    public int RejectKeepDays => Days(SettingCatalogue.RejectKeepDays);

    private string Of(SettingDefinition definition) => Values.First(value => value.Definition == definition).Value;

    private int Days(SettingDefinition definition) => int.Parse(Of(definition), CultureInfo.InvariantCulture);
}
