using CrimeInsight.Core.Incidents;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>What changes the version that forecasts and hotspots go by.</summary>
public sealed class MonthsVersionTests(LoadDatabase database) : IClassFixture<LoadDatabase>
{
    private static readonly DateOnly s_first = new(2022, 1, 1);
    private int _serial;

    [Fact]
    public async Task LoadAsync_DayByDay_MovesWithTheMonthOrEnoughLateCases()
    {
        // 2,002 cases in the eleven complete months before 30 December and those thirty days: a mean month has 182.
        var loaded = await AfterAsync([.. Enumerable.Range(0, 364).SelectMany(day => Cases(s_first.AddDays(day), day % 2 == 0 ? 6 : 5))]);
        Assert.Equal((new DateOnly(2022, 12, 1), loaded.Version), (loaded.AsOf, loaded.MonthsVersion));
        Assert.Null(loaded.Coverage);

        var today = await AfterAsync(Cases(new DateOnly(2022, 12, 30), 50));
        Assert.Equal((loaded.MonthsVersion, loaded.Version + 1, new DateOnly(2022, 12, 31)), (today.MonthsVersion, today.Version, today.Until));

        var fewLate = await AfterAsync([.. Cases(new DateOnly(2022, 11, 30), 1), .. Cases(new DateOnly(2022, 12, 30), 5)]);
        Assert.Equal(loaded.MonthsVersion, fewLate.MonthsVersion);

        var enoughLate = await AfterAsync(Cases(new DateOnly(2022, 11, 30), 1));
        Assert.Equal(enoughLate.Version, enoughLate.MonthsVersion);

        var lateAgain = await AfterAsync(Cases(new DateOnly(2022, 11, 30), 1));
        Assert.Equal(enoughLate.Version, lateAgain.MonthsVersion);

        var monthEnded = await AfterAsync(Cases(new DateOnly(2022, 12, 31), 3));
        Assert.Equal((new DateOnly(2023, 1, 1), monthEnded.Version), (monthEnded.AsOf, monthEnded.MonthsVersion));
    }

    private async Task<CrimeInsight.Core.Reference.DataStatus> AfterAsync(IEnumerable<Incident> incidents)
    {
        await database.LoadAsync(incidents);
        return await new DataStatusReader(database.Fixture.App).GetAsync(TestContext.Current.CancellationToken);
    }

    private List<Incident> Cases(DateOnly day, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => new Incident
        {
            Source = "months",
            SourceReference = $"{++_serial}",
            JurisdictionOrdinal = database.Reference.Jurisdictions.Find("IN-TN")!.Ordinal,
            HeadId = database.Reference.Heads.Find("burglary")!.Id,
            OccurredOn = day,
            ReportedOn = day,
        }),
    ];
}
