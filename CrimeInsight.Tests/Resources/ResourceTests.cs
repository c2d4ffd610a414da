using System.Globalization;
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

    [Theory]
    [MemberData(nameof(Translations))]
    public void Neutral_Placeholder_IsExplained(string concern, string language)
    {
        var file = ResourceFile.Of(concern, "en");
        Assert.NotNull(language);
        Assert.All(file.Texts, text => Assert.All(ResourceRules.Placeholders(text.Value), number =>
            Assert.Contains($"{{{number}}}", file.Comments.GetValueOrDefault(text.Key, ""), StringComparison.Ordinal)));
    }

    [Fact]
    public void Problems_PerturbedTranslation_FindsEach()
    {
        var neutral = new ResourceFile("XText", "en", new Dictionary<string, string> { ["A"] = "One {0}", ["B"] = "Two", ["C"] = "Three", ["D"] = "Four" }, new Dictionary<string, string>());
        var broken = neutral with
        {
            Language = "hi",
            Texts = new Dictionary<string, string> { ["A"] = "एक", ["B"] = " ", ["C"] = "Three", ["E"] = "पाँच" },
        };

        var problems = ResourceRules.Problems(neutral, broken).ToList();

        Assert.Contains(problems, problem => problem.StartsWith("A has other placeholders", StringComparison.Ordinal));
        Assert.Contains("B is blank", problems);
        Assert.Contains(problems, problem => problem.StartsWith("C is not written in the script", StringComparison.Ordinal));
        Assert.Contains("D is missing", problems);
        Assert.Contains("E has no neutral text", problems);
    }

    [Theory]
    [InlineData("en-IN", "Overview")]
    [InlineData("hi-IN", "अवलोकन")]
    [InlineData("ta-IN", "முகப்பு")]
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
