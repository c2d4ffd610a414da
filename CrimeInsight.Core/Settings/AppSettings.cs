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

    /// <summary>Name of the culture for whoever asks for none that is offered.</summary>
    public string DefaultLanguage => Of(SettingCatalogue.DefaultLanguage);

    /// <summary>Fewest cases of protected heads that a table divides.</summary>
    public int MinimumTotal => (int)Number(SettingCatalogue.MinimumTotal);

    /// <summary>Streets and names under the figures of maps; null when none are set.</summary>
    public TileServer? Tiles => Of(SettingCatalogue.TileUrl) is { Length: > 0 } url && Of(SettingCatalogue.TileCredit) is { Length: > 0 } credit
        && SettingDefinition.OriginOf(url) is { } origin ? new TileServer(url, origin, credit, (int)Number(SettingCatalogue.TileMaxZoom)) : null;

    /// <summary>Most bytes of one upload.</summary>
    public long UploadMostBytes => Number(SettingCatalogue.UploadMostBytes);

    /// <summary>How long an upload stays on which nothing is done.</summary>
    public TimeSpan UploadKeep => TimeSpan.FromHours(Number(SettingCatalogue.UploadKeepHours));

    /// <summary>Sessions that nobody used for so many days end.</summary>
    public int SessionIdleDays => Days(SettingCatalogue.SessionIdleDays);

    /// <summary>Days for which ended sessions are remembered.</summary>
    public int SessionKeepDays => Days(SettingCatalogue.SessionKeepDays);

    /// <summary>Days for which the rows that an import refused are kept.</summary>
    public int RejectKeepDays => Days(SettingCatalogue.RejectKeepDays);

    /// <summary>Whether administrators are offered the guide to their own data.</summary>
    public bool OffersGuide => Of(SettingCatalogue.Guide) == SettingDefinition.On;

    /// <summary>Whether a setting may have a value beside the others: tiles come with their credit.</summary>
    /// <param name="value">As it is stored.</param>
    public bool Allows(SettingDefinition definition, string value) => definition.Key switch
    {
        nameof(SettingCatalogue.TileUrl) => value.Length == 0 || Of(SettingCatalogue.TileCredit).Length > 0,
        nameof(SettingCatalogue.TileCredit) => value.Length > 0 || Of(SettingCatalogue.TileUrl).Length == 0,
        _ => true,
    };

    private string Of(SettingDefinition definition) => Values.First(value => value.Definition == definition).Value;

    private int Days(SettingDefinition definition) => (int)Number(definition);

    private long Number(SettingDefinition definition) => long.Parse(Of(definition), CultureInfo.InvariantCulture);
}
