using CrimeInsight.Core.Cases;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Cases;

public sealed class CaseTextFormatTests : WebContext
{
    private static readonly DateOnly s_day = new(2024, 3, 1);

    public CaseTextFormatTests() => Services.AddScoped<CaseTextFormat>();

    private CaseTextFormat Words => Services.GetRequiredService<CaseTextFormat>();

    [Fact]
    public void When_DayMomentAndRanges_ShowNoMoreThanIsKnown()
    {
        Assert.Equal("01-03-2024", Words.When(new CaseTime(s_day, null)));
        Assert.Equal("01-03-2024, 22:15", Words.When(new CaseTime(s_day, new TimeOnly(22, 15))));
        Assert.Equal("01-03-2024, 22:15 to 02-03-2024, 06:00", Words.When(new CaseTime(s_day, new TimeOnly(22, 15), s_day.AddDays(1), new TimeOnly(6, 0))));
        Assert.Equal("01-03-2024 to 05-03-2024", Words.When(new CaseTime(s_day, null, s_day.AddDays(4))));
        Assert.Equal("01-03-2024", Words.When(new CaseTime(s_day, null, s_day)));
        Assert.Equal("01-03-2024, 02:00–09:30", Words.When(new CaseTime(s_day, new TimeOnly(2, 0), s_day, new TimeOnly(9, 30))));
    }

    [Theory]
    [InlineData("hi-IN", "01-03-2024 से 05-03-2024 तक")]
    [InlineData("ta-IN", "01-03-2024 முதல் 05-03-2024 வரை")]
    public void When_Range_IsInTheReadersLanguage(string culture, string expected)
    {
        UseCulture(culture);
        Assert.Equal(expected, Words.When(new CaseTime(s_day, null, s_day.AddDays(4))));
    }

    [Theory]
    [InlineData("2024-03-01.17", true)]
    [InlineData("2024-03-01", false)]
    [InlineData("2024-13-01.17", false)]
    [InlineData("2024-03-01.-1", false)]
    [InlineData(null, false)]
    public void Parse_Cursor_TakesNothingElse(string? text, bool isCursor) =>
        Assert.Equal(isCursor ? new CaseCursor(s_day, 17) : null, CaseCursor.Parse(text));
}
