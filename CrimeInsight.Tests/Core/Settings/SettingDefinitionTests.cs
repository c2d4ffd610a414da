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
    [InlineData("MinimumTotal", "10", "10")]
    [InlineData("MinimumTotal", "9", null)]
    [InlineData("DefaultLanguage", "hi-in", "hi-IN")]
    [InlineData("DefaultLanguage", "hi-IN,ta-IN", null)]
    [InlineData("UploadMostBytes", "1048576", "1048576")]
    [InlineData("UploadMostBytes", "1048575", null)]
    [InlineData("UploadKeepHours", "0", null)]
    [InlineData("TileUrl", "", "")]
    [InlineData("TileUrl", " https://tiles.example.in:8443/a/{z}/{x}/{y}@2x.png?key=1 ", "https://tiles.example.in:8443/a/{z}/{x}/{y}@2x.png?key=1")]
    [InlineData("TileUrl", "https://tiles.example.in/{z}/{x}.png", null)]
    [InlineData("TileUrl", "https://{s}.example.in/{z}/{x}/{y}.png", null)]
    [InlineData("TileUrl", "javascript://a/{z}/{x}/{y}", null)]
    [InlineData("TileUrl", "https://a.in/{z}/{x}/{y};script-src *", null)]
    [InlineData("TileUrl", "https://a.in/{z}/{x}/{y}\r\nX: y", null)]
    [InlineData("TileUrl", "https://a@b.in/{z}/{x}/{y}", null)]
    [InlineData("TileCredit", "© Example", "© Example")]
    [InlineData("TileCredit", "a\nb", null)]
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
    public void Tiles_AddressAndCredit_GiveTheOriginToAllow()
    {
        var defaults = new SettingDefaults(new Dictionary<string, string> { ["TileUrl"] = "https://t.example.in:81/{z}/{x}/{y}.png" }, s_cultures);
        var bare = defaults.With(new Dictionary<string, (string, DateTimeOffset, string)>());
        Assert.Null(bare.Tiles);
        Assert.False(bare.Allows(SettingCatalogue.TileUrl, "https://t.example.in/{z}/{x}/{y}.png"));

        var complete = defaults.With(new Dictionary<string, (string, DateTimeOffset, string)> { ["TileCredit"] = ("© T", DateTimeOffset.UnixEpoch, "asha") });

        Assert.Equal(new TileServer("https://t.example.in:81/{z}/{x}/{y}.png", "https://t.example.in:81", "© T", 19), complete.Tiles);
        Assert.True(complete.Allows(SettingCatalogue.TileUrl, ""));
        Assert.False(complete.Allows(SettingCatalogue.TileCredit, ""));
    }

    [Fact]
    public void Of_ConfiguredValueThatIsNone_NamesIt() => Assert.Contains("Settings:FactorFrom", Assert.Throws<OperatorException>(
        () => new SettingDefaults(new Dictionary<string, string> { ["FactorFrom"] = "everybody" }, s_cultures).Of(SettingCatalogue.FactorFrom)).Message,
        StringComparison.Ordinal);
}
