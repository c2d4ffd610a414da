using System.Globalization;
using CrimeInsight.Benchmarks;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Tests.Core.Demo;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Which records may be one case, and how sure that is.</summary>
public sealed class LikenessTests
{
    private static readonly CrimeHeadTree s_heads = Heads();

    [Theory]
    [InlineData("FIR 12/2023", "0012/23", true)]
    [InlineData("12-2023", "2023/12", true)]
    [InlineData("अ.क्र. १२/२०२३", "12/2023", true)]
    [InlineData("12", "12/2023", true)]
    [InlineData("12/2023", "12/2022", false)]
    [InlineData("12/2023", "21/2023", false)]
    [InlineData("PS 7 12/2023", "PS 8 12/2023", false)]
    public void ReferenceNumbers_Spellings_AreOneOrNot(string one, string other, bool isOne) =>
        Assert.Equal(isOne, ReferenceNumbers.Of(one, 2023).Key == ReferenceNumbers.Of(other, 2023).Key);

    [Theory]
    [InlineData("123/2023", "173/2023", true)]
    [InlineData("123/2023", "213/2023", true)]
    [InlineData("123/2023", "1123/2023", true)]
    [InlineData("1230/2023", "123/2023", true)]
    // The next in the book of the station is no slip of the pen.
    [InlineData("123/2023", "124/2023", false)]
    [InlineData("123/2023", "129/2023", false)]
    [InlineData("123/2023", "456/2023", false)]
    [InlineData("123/2023", "123/2023", false)]
    [InlineData("123/2023", "173/2022", false)]
    public void IsSlipOf_Numbers_TellsSlipsFromOthers(string one, string other, bool isSlip)
    {
        var (first, second) = (ReferenceNumbers.Of(one, 2023), ReferenceNumbers.Of(other, 2023));
        Assert.Equal((isSlip, isSlip), (first.IsSlipOf(second), second.IsSlipOf(first)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no number")]
    public void ReferenceNumbers_NoNumber_AreNone(string text) => Assert.Equal(0UL, ReferenceNumbers.Of(text, 2023).Key);

    [Fact]
    public void WordPrint_OrderCaseAndSigns_DoNotCount()
    {
        Assert.Equal(WordPrint.Of("rear door forced"), WordPrint.Of("Rear-door, FORCED."));
        Assert.Equal(WordPrint.Of("पीछे का दरवाजा तोड़ा"), WordPrint.Of("पीछे का दरवाजा, तोड़ा!"));
        Assert.NotEqual(WordPrint.Of("rear door forced"), WordPrint.Of("chain snatched by two men"));
        Assert.Equal(0UL, WordPrint.Of(" .,! "));
    }

    /// <summary>By hand: without counted pairs, same station, day, head, minute and point, all else unknown, at a station with 0.5 others.</summary>
    [Fact]
    public void Score_HandWorked_IsThatOfTheOdds()
    {
        var pair = new Agreement().With(LikenessField.Station, 1).With(LikenessField.Day, 1).With(LikenessField.Head, 1).With(LikenessField.Time, 1)
            .With(LikenessField.Place, 1);
        var odds = 0.005 / 0.5 * (0.92 / 0.33) * (0.90 / 0.20) * (0.55 / 0.01) * (0.45 / 0.01);
        Assert.Equal(odds / (1 + odds), LikenessWeights.Of(new LikenessCounts(), ofOneStation: true).Score(pair, 0.5), 1e-12);
    }

    [Fact]
    public void Find_SameEventTwice_IsFoundOnceWithWhatSpeaksForIt()
    {
        var pair = Assert.Single(Find([Trace(1), Trace(2) with { Minutes = 630 }, Trace(3) with { Day = 738_040 }]).Pairs);
        Assert.Equal((1, 2), (pair.FirstId, pair.SecondId));
        Assert.Equal((1, 2, 1), (pair.Agreement[LikenessField.Day], pair.Agreement[LikenessField.Time], pair.Agreement[LikenessField.Place]));
    }

    /// <summary>The same two records say less where the station has many such cases.</summary>
    [Fact]
    public void Find_BusyStation_IsLessSure()
    {
        var random = new Random(3);
        CaseTrace[] twins = [Trace(1), Trace(2) with { Minutes = null, Value = 0, Words = 0 }];
        var crowd = Enumerable.Range(0, 2000).Select(i => Trace(10 + i) with
        {
            Day = 738_000 + random.Next(-20, 21), Minutes = (short)random.Next(1440), Latitude = 11 + random.NextSingle() / 10, Value = random.Next(1, 90_000),
            Words = (ulong)random.NextInt64(), Persons = (ushort)(1 + random.Next(2) + (random.Next(5, 9) << 4)),
        });
        var quiet = Assert.Single(Find(twins).Pairs).Score;
        var busy = Find([.. twins, .. crowd]).Pairs.Where(pair => (pair.FirstId, pair.SecondId) == (1, 2)).Select(pair => pair.Score).SingleOrDefault();
        Assert.InRange(busy, 0, quiet - 0.1);
    }

    [Fact]
    public void Find_TwoStations_OnlyNearEachOther()
    {
        Assert.Equal(2, Assert.Single(Find([Trace(1), Trace(2) with { Ordinal = 900 }]).Pairs).Agreement[LikenessField.Station]);
        Assert.Empty(Find([Trace(1), Trace(2) with { Ordinal = 900, Latitude = 11.2f }]).Pairs);
    }

    [Fact]
    public void Find_SameNumbersWithinAMonth_AreCompared()
    {
        var first = Trace(1) with { Reference = ReferenceNumbers.Of("12/2021", 2021) };
        var second = Trace(2) with { Day = first.Day + 20, Reference = ReferenceNumbers.Of("FIR 0012/21", 2021) };
        Assert.Equal(1, Assert.Single(Find([first, second]).Pairs).Agreement[LikenessField.Reference]);
        Assert.Empty(Find([first, second with { Day = first.Day + 40 }]).Pairs);
    }

    [Fact]
    public void Find_StoredCases_AreNotPairedWithEachOther() =>
        Assert.Empty(Find([Trace(1) with { IsNew = false }, Trace(2) with { IsNew = false }]).Pairs);

    [Fact]
    public void Add_DayBeforeTheLast_IsRefused()
    {
        var finder = new LikenessFinder();
        finder.Add(Trace(1));
        Assert.Throws<ArgumentException>(() => finder.Add(Trace(2) with { Day = 1 }));
    }

    /// <summary>Of demo cases hardly any pair is listed; of cases entered twice with slips most are found, and few others.</summary>
    [Fact]
    public void Find_DemoCases_TellsThoseEnteredTwiceFromOthers()
    {
        List<Incident> cases = [.. IncidentGenerator.Generate(new DemoRequest(20_000, seed: 7), DemoSeed.Inputs)];
        var alone = new PlantedTwins(cases, s_heads, 0, 0, seed: 1).Find();
        Assert.InRange(alone.Pairs.Length, 0, cases.Count / 1000);
        var planted = new PlantedTwins(cases, s_heads, share: 0.02, otherStationShare: 0, seed: 2);
        var twins = planted.Twins.ToHashSet();
        var found = planted.Find().Pairs;
        var right = found.Count(pair => twins.Contains(((int)pair.FirstId, (int)pair.SecondId)));
        Assert.InRange((double)right / twins.Count, 0.65, 1);
        Assert.InRange((double)right / found.Length, 0.9, 1);
    }

    private static LikenessResult Find(IEnumerable<CaseTrace> traces)
    {
        var finder = new LikenessFinder();
        foreach (var trace in traces.OrderBy(trace => trace.Day).ThenBy(trace => trace.Id))
            finder.Add(trace);
        return finder.Complete();
    }

    private static CaseTrace Trace(long id) => new()
    {
        Id = id, IsNew = true, Ordinal = 500, HeadId = 7, HeadGroup = 3, Day = 738_000, Delay = 1, Minutes = 615, IsPlaced = true, Latitude = 11.0168f,
        Longitude = 76.9558f, Persons = 2 + (6 << 4), Value = 45_350, Words = WordPrint.Of("rear door forced with an iron rod"),
    };

    private static CrimeHeadTree Heads()
    {
        var rows = DemoSeed.Rows("crime-heads.csv").ToList();
        var ids = rows.ToDictionary(row => row["code"], row => short.Parse(row["id"], CultureInfo.InvariantCulture));
        return new CrimeHeadTree(rows.Select(row => new CrimeHead(
            ids[row["code"]], row["code"], ids.TryGetValue(row["parent_code"], out var parent) ? parent : null, CrimeHeadLevel.Head, row["sensitive"] == "1",
            new Dictionary<string, string> { ["en"] = row["code"] })));
    }
}
