using CrimeInsight.Core.Incidents;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Formatting;

public sealed class DisplayFormatTests : WebContext
{
    private DisplayFormat Format => Services.GetRequiredService<DisplayFormat>();

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(0.01, "less than 0.1")]
    [InlineData(0.4, "0.4")]
    [InlineData(9.96, "10")]
    [InlineData(1236.2, "1,236")]
    public void Expected_ALittle_IsNotWrittenAsNothing(double value, string expected) => Assert.Equal(expected, Format.Expected(value));

    [Theory]
    [InlineData("en-IN", 1234567, "12,34,567")]
    [InlineData("hi-IN", 1234567, "12,34,567")]
    [InlineData("ta-IN", 1234567, "12,34,567")]
    [InlineData("ta-IN", 6601285000, "6,60,12,85,000")]
    [InlineData("hi-IN", -1500, "−1,500")]
    [InlineData("en-IN", -0.4, "0")]
    [InlineData("en-IN", 0, "0")]
    public void Number_AnyLanguage_GroupsTheIndianWay(string culture, double value, string expected)
    {
        UseCulture(culture);
        Assert.Equal(expected, Format.Number(value));
    }

    [Theory]
    [InlineData("en-IN", 99999, "99,999")]
    [InlineData("en-IN", 100000, "1 lakh")]
    [InlineData("en-IN", 123456, "1.23 lakh")]
    [InlineData("en-IN", 1234567, "12.3 lakh")]
    [InlineData("en-IN", 9999999, "1 crore")]
    [InlineData("en-IN", 66012850, "6.6 crore")]
    [InlineData("hi-IN", 5824946, "58.2 लाख")]
    [InlineData("hi-IN", 123456789, "12.3 करोड़")]
    [InlineData("ta-IN", 5824946, "58.2 லட்சம்")]
    [InlineData("ta-IN", 123456789, "12.3 கோடி")]
    [InlineData("en-IN", -250000, "−2.5 lakh")]
    public void Compact_FromOneLakh_NamesTheUnit(string culture, double value, string expected)
    {
        UseCulture(culture);
        Assert.Equal(expected, Format.Compact(value));
    }

    [Theory]
    [InlineData(12.44, "+12.4%")]
    [InlineData(-3.06, "−3.1%")]
    [InlineData(0.04, "0.0%")]
    [InlineData(-0.04, "0.0%")]
    [InlineData(1234.5, "+1,234.5%")]
    public void Change_Signed_ShowsTheSignThatTheRoundedFigureHas(double percent, string expected) =>
        Assert.Equal(expected, Format.Change(percent));

    [Theory]
    [InlineData("en-IN", "January 2024", "Jan 2024", "Monday")]
    [InlineData("hi-IN", "जनवरी 2024", "जन॰ 2024", "सोमवार")]
    [InlineData("ta-IN", "ஜனவரி 2024", "ஜன. 2024", "திங்கள்")]
    public void Dates_AnyLanguage_NameMonthsAndDaysInIt(string culture, string month, string shortMonth, string weekday)
    {
        UseCulture(culture);
        var january = new DateOnly(2024, 1, 1);

        Assert.Equal(month, Format.Month(january));
        Assert.Equal(shortMonth, Format.ShortMonth(january));
        Assert.Equal(weekday, Format.Weekday(1));
        Assert.Equal("01-01-2024", Format.Date(january));
    }

    [Fact]
    public void Instant_JustBeforeMidnightUtc_IsTheNextDayInIndia() =>
        Assert.Equal("02-01-2024 04:59", Format.Instant(new DateTimeOffset(2024, 1, 1, 23, 29, 59, TimeSpan.Zero)));

    [Fact]
    public void Period_HalfOpen_NamesItsLastMonthOrDay()
    {
        Assert.Equal("January 2024", Format.Period(new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1))));
        Assert.Equal("Jan 2024 to Dec 2024", Format.Period(Period.Year(2024)));
        Assert.Equal("05-01-2024 to 09-01-2024", Format.Period(new Period(new DateOnly(2024, 1, 5), new DateOnly(2024, 1, 10))));
    }

    [Theory]
    [InlineData("en-IN", 0, "1 s")]
    [InlineData("en-IN", 59.2, "1 min")]
    [InlineData("hi-IN", 61, "2 मिनट")]
    [InlineData("ta-IN", 7500, "2 மணி 5 நிமிடம்")]
    public void Duration_Short_IsRoundedUp(string culture, double seconds, string expected)
    {
        UseCulture(culture);
        Assert.Equal(expected, Format.Duration(TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void AnyFigure_NotANumber_IsNotAvailable(double? value)
    {
        Assert.Equal("not available", Format.Number(value));
        Assert.Equal("not available", Format.Compact(value));
        Assert.Equal("not available", Format.Percent(value));
        Assert.Equal("not available", Format.Change(value));
    }

    [Fact]
    public void Count_Suppressed_IsLessThanFive() => Assert.Equal("<5", Format.Count(null, isSuppressed: true));

    [Theory]
    [InlineData("en-IN", "withheld")]
    [InlineData("hi-IN", "गोपनीय रखा गया")]
    [InlineData("ta-IN", "மறைக்கப்பட்டது")]
    public void Count_Protecting_SaysWithheldAndNoNumber(string culture, string expected)
    {
        UseCulture(culture);
        Assert.Equal(expected, Format.Count(null, isSuppressed: true, isProtecting: true));
    }
}
