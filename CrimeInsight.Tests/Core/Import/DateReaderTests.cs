using System.Globalization;
using CrimeInsight.Core.Import.Judging;

namespace CrimeInsight.Tests.Core.Import;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("2023-12-31", "2023-12-31")]
    [InlineData("2023-12-31T14:05", "2023-12-31 14:05:00")]
    [InlineData("2023-12-31 14:05:30", "2023-12-31 14:05:30")]
    [InlineData("31-12-2023", "2023-12-31")]
    [InlineData("1/2/2023 9:05", "2023-02-01 09:05:00")]
    [InlineData("31.12.2023 2:05 PM", "2023-12-31 14:05:00")]
    [InlineData("31 Dec 2023", "2023-12-31")]
    [InlineData("5 september 2023", "2023-09-05")]
    // Midnight in London is half past five in India; late in New York is the next day.
    [InlineData("2023-12-31T00:00Z", "2023-12-31 05:30:00")]
    [InlineData("2023-12-31T22:00:00-05:00", "2024-01-01 08:30:00")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void Read_WorkedExample_GivesDateAndTime(string text, string expected)
    {
        Assert.Equal(DateOutcome.Read, new DateReader(null).Read(text, out var date, out var time));
        Assert.Equal(expected,
            date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (time is { } clock ? clock.ToString(" HH:mm:ss", CultureInfo.InvariantCulture) : ""));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("12/31/2023")]
    [InlineData("31-12-23")]
    [InlineData("2023-12-31T24:05")]
    [InlineData("2023-12-31 noon")]
    [InlineData("yesterday")]
    [InlineData("31 Decem 2023")]
    [InlineData("0000-01-01")]
    public void Read_NoDate_IsInvalid(string text) => Assert.Equal(DateOutcome.Invalid, new DateReader(null).Read(text, out _, out _));

    [Fact]
    public void Read_ColumnWithMonthFirstDates_GuessesNothing()
    {
        var reader = new DateReader(null);
        reader.Read("12/31/2023", out _, out _);
        reader.EndSample();
        Assert.Equal(DateOutcome.Ambiguous, reader.Read("03/04/2023", out _, out _));
        Assert.Equal(DateOutcome.Read, reader.Read("13/04/2023", out _, out _));
        Assert.Equal(DateOutcome.Read, reader.Read("04/04/2023", out _, out _));
        Assert.Equal(DateOutcome.Read, reader.Read("2023-04-03", out _, out _));
    }

    [Fact]
    public void Read_FormatsOfAMapping_AreTakenAndNoOthers()
    {
        var reader = new DateReader(["MM-dd-yyyy HH:mm", "yyyy"]);
        Assert.Equal(DateOutcome.Read, reader.Read("02-03-2024 17:00", out var date, out var time));
        Assert.Equal((new DateOnly(2024, 2, 3), new TimeOnly(17, 0)), (date, time!.Value));
        Assert.Equal(DateOutcome.Read, reader.Read("2024", out date, out time));
        Assert.Equal((new DateOnly(2024, 1, 1), null), (date, time));
        Assert.Equal(DateOutcome.Invalid, reader.Read("31-12-2024 10:00", out _, out _));
    }

    [Fact]
    public void Read_EveryDayOfFourYearsInEveryForm_IsThatDay()
    {
        string[] forms = [
            "yyyy-MM-dd", "dd-MM-yyyy", "d/M/yyyy", "dd.MM.yyyy", "d MMM yyyy", "dd MMMM yyyy", "yyyy/MM/dd", "yyyy-MM-dd HH:mm", "dd-MM-yyyy h:mm tt"];
        for (var day = new DateOnly(2021, 1, 1); day.Year < 2025; day = day.AddDays(1))
        {
            foreach (var form in forms)
            {
                var text = day.ToDateTime(new TimeOnly(23, 59)).ToString(form, CultureInfo.InvariantCulture);
                Assert.Equal(DateOutcome.Read, new DateReader(null).Read(text, out var read, out _));
                Assert.Equal(day, read);
            }
        }
    }
}
