using System.Collections.Immutable;
using System.Reflection;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Results;

public sealed class CanonicalJsonTests
{
    private static readonly DateOnly s_asOf = new(2025, 1, 1);

    [Fact]
    public void Write_Request_IsSortedAndWithoutWhatFollows() => Assert.Equal(
        """{"Level":0.1,"Names":["b","a"],"State":"Failed"}""",
        CanonicalJson.Write(new One(0.1, AnswerState.Failed, null) { Names = ["b", "a"] }));

    /// <summary>The same members in another order are the same request; the same values under other names are not.</summary>
    [Fact]
    public void Write_MembersInAnotherOrder_IsTheSame()
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var (a, b, c) = (random.Next(), random.NextDouble(), (AnswerState)random.Next(6));
            var nested = new { z = a, a = b };
            Assert.Equal(CanonicalJson.Write(new { a, b, c, nested }), CanonicalJson.Write(new { nested = new { a = b, z = a }, c, b, a }));
            Assert.NotEqual(CanonicalJson.Write(new { a, b }), CanonicalJson.Write(new { b = a, a = b }));
        }
    }

    /// <summary>Whatever member of a request is set otherwise, the text is another, but for those that follow from others.</summary>
    [Fact]
    public void Write_EveryMemberOfARequest_Counts()
    {
        var request = new HotspotRequest(HotspotMethod.Density, "GA", "murder", s_asOf);
        HotspotRequest[] others =
        [
            new(HotspotMethod.Recent, "GA", "murder", s_asOf), new(HotspotMethod.Density, "GB", "murder", s_asOf), new(HotspotMethod.Density, "GA", null, s_asOf),
            new(HotspotMethod.Density, "GA", "murder"), new(HotspotMethod.Density, "GA", "murder", s_asOf, months: 6), new(HotspotMethod.Density, "GA", "murder", s_asOf, neighbours: 9),
            new(HotspotMethod.Density, "GA", "murder", s_asOf, level: 0.1), new(HotspotMethod.Density, "GA", "murder", s_asOf, seed: 2), request with { ReachMetres = 301 },
            request with { LeastCases = 11 }, request with { BandwidthMetres = 500 }, request with { Background = CaseBackground.EarlierYears },
        ];
        Assert.Equal(typeof(HotspotRequest).GetProperties(BindingFlags.Public | BindingFlags.Instance).Length, others.Length);
        Assert.Equal(others.Length + 1, others.Append(request).Select(CanonicalJson.Write).Distinct().Count());
        Assert.Equal(CanonicalJson.Write(request), CanonicalJson.Write(request with { }));
    }

    /// <summary>Of a key of hotspots, members count that change the answer of the method, and no others.</summary>
    [Theory]
    [InlineData(HotspotMethod.Neighbours, 1)]
    [InlineData(HotspotMethod.Likeness, 1)]
    [InlineData(HotspotMethod.Recent, 0)]
    [InlineData(HotspotMethod.Emerging, 0)]
    [InlineData(HotspotMethod.Cells, 0)]
    [InlineData(HotspotMethod.Clusters, 3)]
    [InlineData(HotspotMethod.Density, 4)]
    public void Key_MembersOfPoints_CountWhereTheyMatter(HotspotMethod method, int counting)
    {
        var request = new HotspotRequest(method, GridPlaces.State, "murder", s_asOf);
        HotspotRequest[] others =
            [request with { ReachMetres = 301 }, request with { LeastCases = 11 }, request with { BandwidthMetres = 500 }, request with { Background = CaseBackground.EarlierYears }];
        Assert.Equal(counting, others.Count(other => KeyOf(HotspotKeys.Hotspots, other) != KeyOf(HotspotKeys.Hotspots, request)));
        Assert.All(others, other => Assert.Equal(KeyOf(HotspotKeys.NearRepeats, request), KeyOf(HotspotKeys.NearRepeats, other)));
        // The control: the period counts for all.
        Assert.NotEqual(KeyOf(HotspotKeys.Hotspots, request), KeyOf(HotspotKeys.Hotspots, new HotspotRequest(method, GridPlaces.State, "murder", s_asOf, months: 6)));
    }

    /// <summary>The same question in other words has the same key: the only place of a person, the head of all, an end after the data.</summary>
    [Fact]
    public void Key_OtherWords_IsTheSame()
    {
        var key = KeyOf(HotspotKeys.Hotspots, new(default, GridPlaces.State, null, s_asOf));
        Assert.Equal(key, KeyOf(HotspotKeys.Hotspots, new(default, null, GridPlaces.Data.Heads.Root.Code, s_asOf.AddMonths(3))));
        Assert.NotEqual(key, KeyOf(HotspotKeys.Hotspots, new(default, null, "murder", s_asOf)));
        Assert.Null(HotspotKeys.Of(HotspotKeys.Hotspots, new(default, null, null), new Viewer(Guid.Empty, "asha", PersonRole.Officer, [2, 3]), GridPlaces.Data, Data));
    }

    private static CrimeInsight.Core.Reference.DataStatus Data => new(7, true, 1000, new(2021, 1, 1), s_asOf, null);

    private static ResultKey KeyOf(string kind, HotspotRequest request) => HotspotKeys.Of(kind, request, GridHotspots.Viewer, GridPlaces.Data, Data)!;

    private sealed record One(double Level, AnswerState State, string? Missing)
    {
        public ImmutableArray<string> Names { get; init; }

        public string Follows => Level + "!";
    }
}
