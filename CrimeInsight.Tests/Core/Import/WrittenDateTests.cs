using System.Globalization;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Dates and times as people, spreadsheets and machines write them.</summary>
public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("०५-०३-२०२४", "2024-03-05")]
    [InlineData("৫/৩/২০২৪", "2024-03-05")]
    [InlineData("௦௫.௦௩.௨௦௨௪", "2024-03-05")]
    [InlineData("۰۵-۰۳-۲۰۲۴", "2024-03-05")]
    [InlineData("5th March 2024", "2024-03-05")]
    [InlineData("5 th of March, 2024", "2024-03-05")]
    [InlineData("March 5, 2024", "2024-03-05")]
    [InlineData("Mar. 5th 2024", "2024-03-05")]
    [InlineData("Tuesday, 5 March 2024", "2024-03-05")]
    [InlineData("Tuesday, March 5, 2024 9:30 PM", "2024-03-05 21:30")]
    [InlineData("05MAR2024", "2024-03-05")]
    [InlineData("5-Mar-2024 0930 hrs", "2024-03-05 09:30")]
    [InlineData("2024 March 5", "2024-03-05")]
    [InlineData("५ मार्च २०२४", "2024-03-05")]
    [InlineData("५ मार्च २०२४ रात 10 बजे", "2024-03-05 22:00")]
    [InlineData("5 மார்ச் 2024", "2024-03-05")]
    [InlineData("৫ মার্চ ২০২৪", "2024-03-05")]
    [InlineData("5 ఏప్రిల్ 2024", "2024-04-05")]
    [InlineData("5 डिसेंबर 2023", "2023-12-05")]
    [InlineData("12 फ़रवरी 2024", "2024-02-12")]
    [InlineData("12 फरवरी 2024", "2024-02-12")]
    public void Read_WrittenDate_IsThatMoment(string text, string expected)
    {
        Assert.Equal(DateOutcome.Read, new DateReader(null).Read(text, out var date, out var time));
        var clock = time?.ToString(" HH:mm", CultureInfo.InvariantCulture);
        Assert.Equal(expected, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + clock);
    }

    [Theory]
    [InlineData("20240305", "2024-03-05")]
    [InlineData("20240305T2130", "2024-03-05 21:30")]
    [InlineData("45356", "2024-03-05")]
    [InlineData("45356.0", "2024-03-05")]
    [InlineData("45356.5", "2024-03-05 12:00")]
    [InlineData("1709596800", "2024-03-05 05:30")]
    [InlineData("1709596800000", "2024-03-05 05:30")]
    [InlineData("05-03-2024 24:00", "2024-03-06 00:00")]
    [InlineData("2024-02-28 24:00:00", "2024-02-29 00:00")]
    [InlineData("05-03-2024 9.30 PM", "2024-03-05 21:30")]
    [InlineData("05/03/2024 at 21.30 hrs", "2024-03-05 21:30")]
    [InlineData("05/03/2024, 930", "2024-03-05 09:30")]
    [InlineData("05/03 FY 2023-24", "2024-03-05")]
    [InlineData("05/11 (FY 2023-24)", "2023-11-05")]
    [InlineData("5 April F.Y. 2023-2024", "2023-04-05")]
    [InlineData("05-\u200B03-\uFEFF2024", "2024-03-05")]
    [InlineData("05\u00A0Mar\u00A02024", "2024-03-05")]
    public void Read_DateOfMachinesOrWithATime_IsThatMoment(string text, string expected) => Read_WrittenDate_IsThatMoment(text, expected);

    [Theory]
    [InlineData("32nd March 2024")]
    [InlineData("5 Maerz 2024")]
    [InlineData("31 April 2024")]
    [InlineData("05-03-2024 25:00")]
    [InlineData("05-03-2024 24:01")]
    [InlineData("05/03 FY 2023-26")]
    [InlineData("9876543210123")]
    [InlineData("123456")]
    [InlineData("20241305")]
    [InlineData("99999")]
    [InlineData("FY 2023-24")]
    [InlineData("March 2024")]
    public void Read_NoDate_IsInvalid(string text) => Assert.Equal(DateOutcome.Invalid, new DateReader(null).Read(text, out _, out _));

    [Theory]
    [InlineData("9.30 PM", "21:30")]
    [InlineData("9:30 p.m.", "21:30")]
    [InlineData("0930 hrs", "09:30")]
    [InlineData("2130", "21:30")]
    [InlineData("930", "09:30")]
    [InlineData("24:00", "00:00")]
    [InlineData("रात 10 बजे", "22:00")]
    [InlineData("रात 2 बजे", "02:00")]
    [InlineData("सुबह ९ बजे", "09:00")]
    [InlineData("शाम 5.30 बजे", "17:30")]
    [InlineData("दोपहर 12 बजे", "12:00")]
    [InlineData("दोपहर 2 बजे", "14:00")]
    [InlineData("आधी रात 12 बजे", "00:00")]
    [InlineData("இரவு 10 மணி", "22:00")]
    [InlineData("காலை 7.15 மணிக்கு", "07:15")]
    [InlineData("রাত ১১টায়", "23:00")]
    [InlineData("सायंकाळी 6 वाजता", "18:00")]
    [InlineData("రాత్రి 9 గంటలకు", "21:00")]
    [InlineData("12 noon", "12:00")]
    [InlineData("12 midnight", "00:00")]
    [InlineData("12:15 AM", "00:15")]
    [InlineData("about 10 pm", "22:00")]
    [InlineData("22:00 hours", "22:00")]
    [InlineData("22 hrs", "22:00")]
    [InlineData("0.3958333333", "09:30")]
    [InlineData("between 22:00 and 02:00", "22:00 02:00")]
    [InlineData("22:00-02:00", "22:00 02:00")]
    [InlineData("from 9 to 11 PM", "21:00 23:00")]
    [InlineData("11 PM - 1 AM", "23:00 01:00")]
    [InlineData("रात 10 से 2 बजे", "22:00 02:00")]
    [InlineData("0900 hrs to 1730 hrs", "09:00 17:30")]
    public void Read_WrittenTime_IsThatTimeOrSpan(string text, string expected)
    {
        var clock = Assert.NotNull(new ClockColumn(null).Read(text));
        Assert.Equal(expected, clock.At.ToString("HH:mm", CultureInfo.InvariantCulture) + clock.Until?.ToString(" HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("morning")]
    [InlineData("10 oxen")]
    [InlineData("25:00")]
    [InlineData("12:75")]
    [InlineData("9876")]
    [InlineData("10/03")]
    [InlineData("24:30")]
    public void Read_NoTime_IsNone(string text) => Assert.Null(new ClockColumn(null).Read(text));

    /// <summary>Where a spreadsheet took the zeros, 15 is a quarter past midnight; in a column of hours it is three in the afternoon.</summary>
    [Fact]
    public void Read_NumbersOfOneOrTwoDigits_AreReadAsTheirColumnSays()
    {
        ClockColumn? packed = null;
        packed = new ClockColumn(null, () =>
        {
            foreach (var text in new[] { "15", "930", "2130" })
                packed!.Observe(text);
            packed!.EndSample();
        });
        Assert.Equal(new TimeOnly(0, 15), packed.Read("15")!.Value.At);
        Assert.Equal(new TimeOnly(15, 0), new ClockColumn(null).Read("15")!.Value.At);
        Assert.Equal([new TimeOnly(21, 30), new TimeOnly(9, 30), new TimeOnly(0, 15)],
            new[] { "2130", "930", "15" }.Select(text => new ClockColumn(["HHmm", "Hmm", "mm"]).Read(text)!.Value.At));
    }

    [Fact]
    public void Read_YearsOfTwoDigits_AreReadOnlyBesideYearsOfFourThatFit()
    {
        static DateOutcome Judge(string text, params string[] column)
        {
            DateReader? reader = null;
            reader = new DateReader(null, () =>
            {
                foreach (var other in column)
                    reader!.Observe(other);
                reader!.EndSample(reader.Years);
            });
            return reader.Read(text, out _, out _);
        }

        Assert.Equal(DateOutcome.Invalid, Judge("05-Mar-24", "05-Mar-24"));
        Assert.Equal(DateOutcome.Read, Judge("05-Mar-24", "05-Mar-24", "2024-03-09"));
        Assert.Equal(DateOutcome.Read, Judge("05-03-24", "05-03-24", "17 Aug 2024"));
        // The year may stand first: 2005 is far from what the others say.
        Assert.Equal(DateOutcome.Invalid, Judge("24-03-05", "24-03-05", "2024-03-09"));
    }

    /// <summary>Every day of two years, with the months and digits of each script.</summary>
    [Fact]
    public void Read_DatesInEveryScript_ComeBackAsTheyWere()
    {
        string[] zeros = ["0", "०", "০", "੦", "૦", "୦", "௦", "౦", "೦", "൦", "۰", "٠"];
        var months = Words("month").ToLookup(word => int.Parse(word.Means, CultureInfo.InvariantCulture), word => word.Word);
        var turn = 0;
        for (var day = new DateOnly(2023, 1, 1); day.Year < 2025; day = day.AddDays(1))
        {
            var names = months[day.Month].ToList();
            foreach (var zero in zeros)
            {
                string Digits(string text) => string.Concat(text.Select(sign => char.IsAsciiDigit(sign) ? (char)(zero[0] + (sign - '0')) : sign));
                var name = names[turn++ % names.Count];
                string[] forms = [$"{day:dd-MM-yyyy}", $"{day:d/M/yyyy}", $"{day:yyyy-MM-dd}", $"{day.Day} {name} {day.Year}", $"{name} {day.Day}, {day.Year}"];
                foreach (var text in forms)
                {
                    Assert.True(new DateReader(null).Read(Digits(text), out var read, out _) == DateOutcome.Read, Digits(text));
                    Assert.Equal(day, read);
                }
            }
        }
    }

    /// <summary>One word has one meaning of a kind, however it is written.</summary>
    [Fact]
    public void Words_OfOneKind_MeanOneThing()
    {
        var doubled = from word in Words(null)
                      group word.Means by (word.Kind, WordKey.Of(word.Word)) into same
                      where same.Distinct().Count() > 1
                      select $"{same.Key}: {string.Join(", ", same)}";
        Assert.Empty(doubled);
        Assert.All(Words(null), word => Assert.NotEmpty(WordKey.Of(word.Word)));
    }

    private static List<(string Kind, string Word, string Means)> Words(string? kind)
    {
        using var stream = typeof(DateReader).Assembly.GetManifestResourceStream("import-words.csv")!;
        using var reader = new StreamReader(stream);
        var table = new CsvTable(reader, null, "");
        var (kinds, words, means) = (table.Column("kind"), table.Column("word"), table.Column("means"));
        List<(string, string, string)> all = [];
        while (table.Read())
            if (kind is null || table.Text(kinds) == kind)
                all.Add((table.Text(kinds), table.Text(words), table.Text(means)));
        return all;
    }
}
