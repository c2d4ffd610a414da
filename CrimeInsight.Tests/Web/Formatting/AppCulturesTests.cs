using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Tests.Web.Formatting;

public sealed class AppCulturesTests
{
    [Theory]
    [InlineData("hi", "hi-IN")]
    [InlineData("HI-in", "hi-IN")]
    [InlineData("ta-LK", "ta-IN")]
    [InlineData("en-US", "en-IN")]
    [InlineData("fr-FR", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Find_NameOrLanguage_GivesOurFormOfIt(string? name, string? expected) => Assert.Equal(expected, AppCultures.Find(name)?.Name);

    [Fact]
    public void All_EveryCulture_WritesIndianDigitsAndDates() => Assert.All(AppCultures.All, culture =>
    {
        Assert.Equal("12,34,567", 1234567.ToString("N0", culture));
        Assert.Equal("05-01-2024", new DateOnly(2024, 1, 5).ToString("d", culture));
    });
}
