using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class ForecastTextFormatTests : WebContext
{
    public ForecastTextFormatTests() => Services.AddScoped<ForecastTextFormat>();

    private ForecastTextFormat Words => Services.GetRequiredService<ForecastTextFormat>();

    [Theory]
    [InlineData("en-IN", "August 2024: about 1,23,456 cases, very likely 1,01,000 to 1,68,000")]
    [InlineData("hi-IN", "अगस्त 2024: लगभग 1,23,456 मामले, बहुत संभव है कि 1,01,000 से 1,68,000 के बीच")]
    [InlineData("ta-IN", "ஆகஸ்ட் 2024: சுமார் 1,23,456 வழக்குகள்; பெரும்பாலும் 1,01,000 முதல் 1,68,000 வரை")]
    public void Headline_AnyLanguage_GroupsAsIndiaDoes(string culture, string expected)
    {
        UseCulture(culture);
        Assert.Equal(expected, Words.Headline(new DateOnly(2024, 8, 1), 123_456, 101_000, 168_000));
    }

    [Fact]
    public void Headline_LessThanOneCase_IsNotCalledZero() =>
        Assert.Equal("August 2024: less than one case on average, very likely at most 2", Words.Headline(new DateOnly(2024, 8, 1), 0.4, 0, 2));

    [Fact]
    public void Method_EveryModelThatCanBeChosen_HasAName()
    {
        var text = Services.GetRequiredService<IStringLocalizer<ForecastingText>>();
        Assert.Empty(ForecastMethods.Models.Where(model => text["Method" + model.Name].ResourceNotFound).Select(model => model.Name));
    }

    [Fact]
    public void Method_Unknown_KeepsItsName() => Assert.Equal("oracle", Words.Method("oracle"));
}
