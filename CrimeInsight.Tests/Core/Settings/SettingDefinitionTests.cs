using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;

namespace CrimeInsight.Tests.Core.Settings;

public sealed class SettingDefinitionTests
{
    private static readonly string[] s_cultures = ["en-IN", "hi-IN", "ta-IN"];

    [Theory]
    [InlineData("FactorFrom", "Admin", "admin")]
    [InlineData("FactorFrom", "none", "none")]
    [InlineData("FactorFrom", "3", null)]
    [InlineData("FactorFrom", "", null)]
    [InlineData("Languages", "ta-IN, EN-in", "en-IN,ta-IN")]
    [InlineData("Languages", "", null)]
    [InlineData("Languages", "fr-FR", null)]
    [InlineData("SessionIdleDays", "14", "14")]
    [InlineData("SessionIdleDays", "15", null)]
    [InlineData("SessionIdleDays", "0", null)]
    [InlineData("SessionKeepDays", "-1", null)]
    [InlineData("RejectKeepDays", "30.5", null)]
    public void Read_Value_IsJudged(string key, string value, string? expected) => Assert.Equal(expected, SettingCatalogue.Of(key).Read(value, s_cultures));

    [Fact]
    public void With_StoredThenConfiguredThenCatalogue_IsTheOrder()
    {
        var defaults = new SettingDefaults(new Dictionary<string, string> { ["FactorFrom"] = "admin", ["SessionIdleDays"] = "7" }, s_cultures);

        var settings = defaults.With(new Dictionary<string, (string, DateTimeOffset, string)>
        {
            ["SessionIdleDays"] = ("3", DateTimeOffset.UnixEpoch, "asha"), ["RejectKeepDays"] = ("no number", DateTimeOffset.UnixEpoch, "asha"),
        });

        Assert.Equal((PersonRole.Admin, 3, 365, 400), (settings.FactorFrom, settings.SessionIdleDays, settings.SessionKeepDays, settings.RejectKeepDays));
        Assert.Equal(s_cultures, settings.Languages);
        Assert.Equal("7", settings.Values.Single(value => value.Definition == SettingCatalogue.SessionIdleDays).Default);
    }

    [Fact]
    public void Of_ConfiguredValueThatIsNone_NamesIt() => Assert.Contains("Settings:FactorFrom", Assert.Throws<OperatorException>(
        () => new SettingDefaults(new Dictionary<string, string> { ["FactorFrom"] = "everybody" }, s_cultures).Of(SettingCatalogue.FactorFrom)).Message,
        StringComparison.Ordinal);
}
