using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>What is odd about a file is named, what varies as counts do is not.</summary>
public sealed class AnomalyTests
{
    private const int Stations = 12, Known = 30;

    private static readonly Month s_file = new(2024, 6);

    private static readonly CrimeHeadTree s_heads = new(
    [
        Head(0, null, "all"), Head(1, 0, "burglary"), Head(2, 0, "robbery"), Head(3, 0, "riots"), Head(4, 0, "new"),
    ]);

    private static readonly ForesightPlace[] s_places =
    [
        new(0, 100, JurisdictionLevel.Country, "IN"), new(1, 100, JurisdictionLevel.State, "S"), new(2, 100, JurisdictionLevel.District, "D"),
        .. Enumerable.Range(0, Stations).Select(station => new ForesightPlace(3 + station, 4 + station, JurisdictionLevel.Station, $"P{station}")),
    ];

    [Fact]
    public void Find_StationWithoutAMonthItAlwaysHad_IsSilent()
    {
        var found = Find(new Random(1), (station, _, cases) => station == 4 ? 0 : cases);

        var silent = Assert.Single(found);
        Assert.Equal((AnomalyKind.PlaceSilent, "P4", s_file, 0L), (silent.Kind, silent.Place, silent.Month!.Value, silent.Found!.Value));
        Assert.InRange(silent.Expected!.Value, 25, 60);
        Assert.True(silent.AdjustedP <= 0.05);
    }

    [Fact]
    public void Find_TenTimesTheUsualMonth_IsNamed() =>
        Assert.Contains(Find(new Random(2), (station, _, cases) => station == 7 ? cases * 12 : cases),
            anomaly => anomaly is { Kind: AnomalyKind.MonthTenfold, Place: "P7" });

    [Fact]
    public void Find_HeadThatVanishesAndOneThatIsNew_AreNamed()
    {
        var found = Find(new Random(3), (_, head, cases) => head == 2 ? 0 : head == 4 ? 15 : cases);

        Assert.Contains(found, anomaly => anomaly is { Kind: AnomalyKind.HeadVanishes, Head: "robbery", Found: 0 });
        Assert.Contains(found, anomaly => anomaly is { Kind: AnomalyKind.HeadAppears, Head: "new" });
    }

    [Fact]
    public void Find_FilesThatVaryAsCountsDo_SeldomHaveAFinding() =>
        Assert.InRange(Enumerable.Range(0, 60).Count(seed => !Find(new Random(100 + seed), (_, _, cases) => cases).IsEmpty), 0, 6);

    [Fact]
    public void Find_FileOfOneStation_SaysNothingOfTheOthers() =>
        Assert.Empty(Find(new Random(5), (station, _, cases) => station == 0 ? cases : 0));

    [Theory]
    [InlineData("hour", "0", AnomalyKind.Midnight)]
    [InlineData("hour", "14+", AnomalyKind.OneHour)]
    [InlineData("day", "1", AnomalyKind.FirstOfMonth)]
    [InlineData("day", "17", AnomalyKind.OneDay)]
    [InlineData("gender", "1", AnomalyKind.OneGender)]
    [InlineData("age", "5", AnomalyKind.OneAge)]
    public void Find_OneValueForAll_IsNamed(string kind, string value, AnomalyKind expected)
    {
        ForesightValue[] values = [new(kind, value, 99), new(kind, "2", 1)];

        Assert.Equal(expected, Assert.Single(ValueAnomalies.Find(values, 0)).Kind);
        Assert.Empty(ValueAnomalies.Find([new(kind, value, 20), new(kind, "2", 40), new(kind, "3", 40)], 0));
        Assert.Empty(ValueAnomalies.Find([new(kind, value, 20)], 0));
    }

    [Fact]
    public void Find_ManyRowsOnOnePointOldAndFutureDates_AreNamed()
    {
        ForesightValue[] values = [new("point", "13.1 80.2", 45), new("points", "", 100), new("year", "1970", 2), new("year", "2023", 98)];

        var found = ValueAnomalies.Find(values, 3).ToDictionary(anomaly => anomaly.Kind);

        Assert.Equal((45L, 100L), (found[AnomalyKind.OnePoint].Found!.Value, found[AnomalyKind.OnePoint].Of!.Value));
        Assert.Equal((2L, "1970"), (found[AnomalyKind.OldDates].Found!.Value, found[AnomalyKind.OldDates].Value));
        Assert.Equal(3, found[AnomalyKind.FutureDates].Found);
    }

    // Counts of heads 1 to 3 that spread more than Poisson's (φ = 0.1), a region that all stations share, and the file's month changed.
    private static System.Collections.Immutable.ImmutableArray<Anomaly> Find(Random random, Func<int, short, long, long> change)
    {
        List<ForesightCount> stored = [], file = [];
        for (var month = 0; month <= Known; month++)
        {
            var season = 1 + 0.3 * Math.Sin(month * Math.PI / 6);
            for (var station = 0; station < Stations; station++)
                for (short head = 1; head <= 4; head++)
                {
                    var mean = head == 4 ? 0 : season * (5 + 3 * head + station % 3);
                    var cases = mean == 0 ? 0 : Draw(random, mean);
                    if (month < Known)
                        stored.Add(new ForesightCount(s_file - (Known - month), 3 + station, head, cases));
                    else
                        file.Add(new ForesightCount(s_file, 3 + station, head, change(station, head, cases)));
                }
        }

        var counts = new CountAnomalies(s_places, s_heads, file);
        Assert.Equal(JurisdictionLevel.Station, counts.Units.Level);
        return counts.Find(stored, stored);
    }

    // Gamma of shape 10 by exponentials, then Poisson by multiplication.
    private static long Draw(Random random, double mean)
    {
        double gamma = 0;
        for (var i = 0; i < 10; i++)
            gamma -= Math.Log(1 - random.NextDouble());
        var (limit, product, count) = (Math.Exp(-mean * gamma / 10), random.NextDouble(), 0L);
        for (; product > limit; count++)
            product *= random.NextDouble();
        return count;
    }

    private static CrimeHead Head(short id, short? parent, string code) =>
        new(id, code, parent, parent is null ? CrimeHeadLevel.All : CrimeHeadLevel.Head, false, new Dictionary<string, string> { ["en"] = code });
}
