using System.Globalization;
using CrimeInsight.Core.Statutes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Tests.Resources;

public sealed class ResourceTests
{
    public static TheoryData<string, string> Translations => new(
        from concern in ResourceFile.Concerns
        from language in ResourceFile.Languages
        select (concern, language));

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translation_EveryText_MatchesTheNeutralOne(string concern, string language)
    {
        Assert.Contains(ResourceFile.All, file => file.Concern == concern && file.Language == language);
        Assert.Empty(ResourceRules.Problems(ResourceFile.Of(concern, "en"), ResourceFile.Of(concern, language)));
    }

    public static TheoryData<string> Concerns => [.. ResourceFile.Concerns];

    [Theory]
    [MemberData(nameof(Concerns))]
    public void Neutral_Placeholder_IsExplained(string concern)
    {
        var file = ResourceFile.Of(concern, "en");
        Assert.NotEmpty(file.Texts);
        Assert.All(file.Texts, text => Assert.All(ResourceRules.Placeholders(text.Value), number =>
            Assert.Contains($"{{{number}}}", file.Comments.GetValueOrDefault(text.Key, ""), StringComparison.Ordinal)));
    }

    [Fact]
    public void Problems_PerturbedTranslation_FindsEach()
    {
        var neutral = new ResourceFile("XText", "en", new Dictionary<string, string> { ["A"] = "One {0}", ["B"] = "Two", ["C"] = "Three", ["D"] = "Four" },
            new Dictionary<string, string>());
        var broken = neutral with
        {
            Language = "hi",
            Texts = new Dictionary<string, string> { ["A"] = "एक", ["B"] = " ", ["C"] = "Three", ["E"] = "पाँच", ["F"] = "फ़ाइल" },
        };

        var problems = ResourceRules.Problems(neutral, broken).ToList();

        Assert.Contains(problems, problem => problem.StartsWith("A has other placeholders", StringComparison.Ordinal));
        Assert.Contains("B is blank", problems);
        Assert.Contains(problems, problem => problem.StartsWith("C is not written in the script", StringComparison.Ordinal));
        Assert.Contains("D is missing", problems);
        Assert.Contains("E has no neutral text", problems);
        Assert.Contains("E is not in newspaper spelling: पाँच", problems);
        Assert.Contains("F is not in newspaper spelling: फ़ाइल", problems);
    }

    [Theory]
    [InlineData("states.csv")]
    [InlineData("districts.csv")]
    [InlineData("crime-heads.csv")]
    [InlineData("acts.csv")]
    [InlineData("holidays.csv")]
    [InlineData("station-name-parts.csv")]
    public void SeedNames_Hindi_AreInNewspaperSpelling(string file) =>
        Assert.All(File.ReadLines(Repository.PathOf(Path.Combine("seed-data", file))), line => Assert.True(ResourceRules.IsNewspaperSpelling(line), line));

    [Fact]
    public void Acts_OfTheStatuteTable_HaveANameInEveryLanguage()
    {
        var acts = File.ReadLines(Repository.PathOf(Path.Combine("seed-data", "statutes.csv"))).Skip(1).Select(line => line.Split(',')[1]).Distinct().ToList();

        Assert.NotEmpty(acts);
        Assert.All(acts, act => Assert.NotNull(StatuteActs.Find(act)));
        Assert.All(StatuteActs.All, act => Assert.All(["en", "hi", "ta"], language => Assert.False(string.IsNullOrWhiteSpace(act.Names[language]))));
    }

    [Theory]
    [InlineData("en-IN", "Overview")]
    [InlineData("hi-IN", "अवलोकन")]
    [InlineData("ta-IN", "கண்ணோட்டம்")]
    public void Localizer_Culture_FindsTheBuiltText(string culture, string expected)
    {
        var before = CultureInfo.CurrentUICulture;
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var text = services.GetRequiredService<IStringLocalizer<SharedText>>()[nameof(SharedText.NavOverview)];
            Assert.False(text.ResourceNotFound);
            Assert.Equal(expected, text.Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
