using CrimeInsight.Core.Incidents;
using FsCheck;
using FsCheck.Fluent;

namespace CrimeInsight.Tests.Core.Incidents;

public sealed class MonthTests
{
    private static readonly Month s_may = new(2024, 5);

    private static Arbitrary<(Month Month, int Step)> Steps() => Gen.Choose(1900, 2100)
        .SelectMany(year => Gen.Choose(1, 12).Select(number => new Month(year, number)))
        .SelectMany(month => Gen.Choose(-400, 400).Select(step => (month, step)))
        .ToArbitrary();

    [Fact]
    public void Month_OfADay_IsItsMonth()
    {
        Assert.Equal(s_may, Month.Of(new DateOnly(2024, 5, 31)));
        Assert.Equal((2024, 5), (s_may.Year, s_may.Number));
        Assert.Equal(new Period(new DateOnly(2024, 5, 1), new DateOnly(2024, 6, 1)), s_may.Period);
        Assert.NotEqual(s_may, Month.Of(new DateOnly(2024, 6, 1)));
    }

    [Fact]
    public void Arithmetic_GoesOverTheYear()
    {
        Assert.Equal(new Month(2025, 1), s_may + 8);
        Assert.Equal(new Month(2023, 12), s_may - 5);
        Assert.Equal(8, new Month(2025, 1) - s_may);
        Assert.True(new Month(2023, 12) < s_may && s_may >= new Month(2024, 5) && s_may <= new Month(2024, 6) && new Month(2024, 6) > s_may);
        Assert.Equal([new Month(2023, 12), s_may, new Month(2024, 6)], new[] { s_may, new Month(2024, 6), new Month(2023, 12) }.Order());
    }

    /// <summary>Held against the calendar of the framework.</summary>
    [Fact]
    public void Arithmetic_AnyMonth_IsThatOfDates() => Prop
        .ForAll(Steps(), pair => (pair.Month + pair.Step).First == pair.Month.First.AddMonths(pair.Step) && pair.Month + pair.Step - pair.Month == pair.Step)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Text_AnyMonth_RoundTrips() => Prop
        .ForAll(Steps(), pair => Month.Parse(pair.Month.ToString()) == pair.Month && pair.Month.ToString().Length == 7)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-5")]
    [InlineData("2024-05-01")]
    [InlineData("9999-01")]
    [InlineData(" 2024-05")]
    [InlineData("")]
    [InlineData(null)]
    public void Read_NoMonth_IsNull(string? text) => Assert.Null(Month.Read(text));

    [Fact]
    public void Month_OutsideItsRange_IsRefused()
    {
        Assert.Contains("1 … 12", Assert.Throws<ArgumentOutOfRangeException>(() => new Month(2024, 13)).Message, StringComparison.Ordinal);
        Assert.Contains("1 … 9998", Assert.Throws<ArgumentOutOfRangeException>(() => new Month(9998, 12) + 1).Message, StringComparison.Ordinal);
        Assert.Contains("1 … 9998", Assert.Throws<ArgumentOutOfRangeException>(() => new Month(1, 1) - 1).Message, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(9999, 1, 1), new Month(9998, 12).Until);
        Assert.Equal(new Month(1, 1), default);
        Assert.Throws<FormatException>(() => Month.Parse("2024"));
    }
}
