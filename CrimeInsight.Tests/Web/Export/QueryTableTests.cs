using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Export;

public sealed class QueryTableTests : WebContext
{
    private static readonly QueryResult s_hours = new(
        new IncidentQuery { Measures = [Measure.Count], Dimensions = [Dimension.Weekday, Dimension.Hour], Period = Period.Year(2024) },
        [new QueryRow([1, 17], [12], false), new QueryRow([7, -1], [3], false)], 1, "hours", false);

    [Theory]
    [InlineData("en-IN", "1,Monday,17,17:00–18:00,12", "7,Sunday,-1,hour not recorded,3")]
    [InlineData("hi-IN", "1,सोमवार,17,17:00–18:00,12", "7,रविवार,-1,समय दर्ज नहीं,3")]
    [InlineData("ta-IN", "1,திங்கள்,17,17:00–18:00,12", "7,ஞாயிறு,-1,மணி பதிவாகவில்லை,3")]
    public void Write_WeekdaysAndHours_HaveCodeAndWords(string culture, string first, string last)
    {
        UseCulture(culture);
        var rows = Csv.Write(QueryTable.Of(s_hours, isSynthetic: true), SmallReference.Data).ToString().Split("\r\n");

        Assert.StartsWith(first, rows[1], StringComparison.Ordinal);
        Assert.StartsWith(last, rows[2], StringComparison.Ordinal);
        Assert.All(rows[..3], row => Assert.Equal(6, row.Split(',').Length));
    }

    [Theory]
    [InlineData("en-IN", "Not in these figures: 17 cases under rape, too few to divide.")]
    [InlineData("hi-IN", "इन आंकड़ों में शामिल नहीं: rape के 17 मामले, जो अलग-अलग करके दिखाने के लिए बहुत कम हैं।")]
    [InlineData("ta-IN", "இந்த எண்ணிக்கைகளில் சேர்க்கப்படவில்லை: rape பிரிவின் 17 வழக்குகள்; பிரித்துக் காட்ட மிகக் குறைவு.")]
    public void Write_TooFewToDivide_SaysSoInsteadOfRows(string culture, string note)
    {
        UseCulture(culture);
        var result = new QueryResult(s_hours.Query with { Dimensions = [Dimension.Month] }, [], 1, "months", false)
        {
            Withheld = new WithheldCases(WithheldReason.TooFew, ["rape"], 17, IsSmall: false),
        };
        Assert.False(result.IsEmpty);

        Assert.Contains(note, Csv.Write(QueryTable.Of(result, isSynthetic: false), SmallReference.Data).ToString(), StringComparison.Ordinal);
    }

    // Of a head that is not protected the cases of minors are left out; the note names no head for them.
    [Theory]
    [InlineData(17, "Not in these figures: 17 cases that involve a child or a protected offence.")]
    [InlineData(null, "Not in these figures: cases that involve a child or a protected offence.")]
    public void Write_CasesOfAnyHeadWithheld_SaysSoBesideTheRows(int? cases, string note)
    {
        var result = s_hours with { Withheld = new WithheldCases(WithheldReason.TooFine, [], cases, IsSmall: false) };

        var text = Csv.Write(QueryTable.Of(result, isSynthetic: false), SmallReference.Data).ToString();

        Assert.Contains(note, text, StringComparison.Ordinal);
        Assert.Contains("1,Monday,17", text, StringComparison.Ordinal);
        Assert.Contains(note, Services.GetRequiredService<WithheldText>().Note(result.Withheld, SmallReference.Data), StringComparison.Ordinal);
    }

    private TableCsv Csv => new(Services.GetRequiredService<TableWords>());
}
