using System.Collections.Immutable;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Features;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>What rows of a file are in the calendar and among others of their head.</summary>
public sealed class FeatureCounterTests
{
    private static readonly DateOnly s_saturday = new(2024, 3, 9);
    private static readonly Jurisdiction s_station = SmallReference.Data.Jurisdictions.All.First(place => place.Level == JurisdictionLevel.Station);
    private static readonly string s_state = SmallReference.Data.Jurisdictions.AncestorAt(s_station, JurisdictionLevel.State)!.Code;

    /// <summary>Worked by hand: three cases of a head, ten days and then forty apart, the second 300 metres from the first.</summary>
    [Fact]
    public void Add_RepeatsAndNearRepeats_CountThirtyDaysAndFiveHundredMetres()
    {
        var report = Count(Trace(1, 0), Trace(2, 10, latitude: 11.0195f), Trace(3, 50), Trace(4, 50, head: 9));
        Assert.Equal((4, 1, 1), (report.Rows, report.Repeats, report.NearRepeats));
        Assert.Equal((10, 1, 1), report.Samples.Where(sample => sample.Row == 2)
            .Select(sample => (sample.DaysSincePrevious!.Value, sample.EarlierInStation!.Value, sample.EarlierNearby!.Value)).Single());
    }

    [Fact]
    public void Add_SameDay_IsTheLastButNoRepeat()
    {
        var report = Count(Trace(1, 0), Trace(2, 0));
        Assert.Equal(0, report.Repeats);
        Assert.Equal((0, 0), (report.NearRepeats, Count(Trace(1, 0), Trace(2, 0, latitude: 11.5f)).NearRepeats));
    }

    [Fact]
    public void Add_FarOrLongAgo_IsNone()
    {
        Assert.Equal((1, 0), Count(Trace(1, 0), Trace(2, 30, latitude: 11.0245f)) is var far ? (far.Repeats, far.NearRepeats) : default);
        Assert.Equal(0, Count(Trace(1, 0), Trace(2, 31)).Repeats);
    }

    [Fact]
    public void Add_Protected_HasNoneAndCountsForNone()
    {
        var report = Count(Trace(1, 0) with { IsProtected = true }, Trace(2, 1));
        Assert.Equal((1, 0, 0), (report.Rows, report.Repeats, report.NearRepeats));
    }

    [Fact]
    public void Add_Stored_CountsForOthersOnly()
    {
        var report = Count(Trace(1, 0) with { IsNew = false }, Trace(2, 1));
        Assert.Equal((1, 1), (report.Rows, report.Repeats));
    }

    [Fact]
    public void Add_WeekendAndFestivals_GoByTheStateOfTheCase()
    {
        var report = Count(Trace(1, 0), Trace(2, 1), Trace(3, 2), Trace(4, 3));
        Assert.Equal((2, 2), (report.Weekend, report.Festival));
        Assert.Equal(["everywhere"], report.Samples.First(sample => sample.On == s_saturday).Festivals);
    }

    /// <summary>Squares of the counter of files find what comparing each with each does.</summary>
    [Fact]
    public void NearbyCounter_RandomSpots_CountsThoseComparedOneByOne()
    {
        var random = new Random(5);
        List<CaseSpot> spots = [.. Enumerable.Range(0, 400)
            .Select(i => new CaseSpot(
                i, (short)random.Next(2), s_saturday.AddDays(random.Next(60)), new GeoPoint(11 + random.NextDouble() / 50, 77 + random.NextDouble() / 50)))
            .OrderBy(spot => spot.On)];
        var counter = new NearbyCounter(spots);
        Assert.All(spots, spot => Assert.Equal(
            spots.Count(other => other.HeadId == spot.HeadId && spot.On.DayNumber - other.On.DayNumber is > 0 and <= 30
                && Distance.Metres(other.At, spot.At) <= 500),
            counter.Before(spot.Id)));
        Assert.Null(counter.Before(-1));
        Assert.Contains(spots, spot => counter.Before(spot.Id) > 0);
    }

    private static FeatureReport Count(params CaseTrace[] traces)
    {
        ImmutableArray<Holiday> days =
        [
            new("everywhere", s_saturday, [], false, new Dictionary<string, string> { ["en"] = "Everywhere" }),
            new("here", s_saturday.AddDays(2), [s_state], false, new Dictionary<string, string> { ["en"] = "Here" }),
            new("elsewhere", s_saturday.AddDays(3), ["XX"], false, new Dictionary<string, string> { ["en"] = "Elsewhere" }),
        ];
        var counter = new FeatureCounter(SmallReference.Data.Jurisdictions, new HolidayCalendar(days, 1));
        foreach (var trace in traces)
            counter.Add(trace);
        return counter.Report();
    }

    private static CaseTrace Trace(long row, int days, float latitude = 11.0168f, short head = 7) => new()
    {
        Id = row, IsNew = true, Ordinal = s_station.Ordinal, HeadId = head, HeadGroup = 3, Day = s_saturday.DayNumber + days, Delay = 0, IsPlaced = true,
        Latitude = latitude, Longitude = 76.9558f,
    };
}
