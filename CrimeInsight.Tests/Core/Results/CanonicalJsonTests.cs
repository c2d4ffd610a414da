using System.Collections.Immutable;
using System.Reflection;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Core.Hotspots.RelativeRiskDensity;
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

    /// <summary>Whatever member of a request is set otherwise, and whatever setting of its method, the key is another.</summary>
    [Fact]
    public void Key_EveryMemberOfARequest_Counts()
    {
        var settings = new RelativeRiskDensitySettings();
        HotspotSettings[] others =
        [
            settings with { Significance = 0.1 }, settings with { Seed = 2 }, settings with { BandwidthMetres = 500 },
            settings with { Background = CaseBackground.EarlierYears },
            settings with { EarlierMonths = 12 }, settings with { LeastCases = 21 }, settings with { LeastInside = 6 },
        ];
        HotspotScope[] scopes = [new(GridPlaces.State, null, s_asOf), new(GridPlaces.State, "murder", s_asOf.AddMonths(-1)),
            new(GridPlaces.State, "murder", s_asOf, 6), new("G", "murder", s_asOf)];
        Assert.Equal(typeof(RelativeRiskDensitySettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Length, others.Length);
        Assert.Equal(typeof(HotspotScope).GetProperties(BindingFlags.Public | BindingFlags.Instance).Length, scopes.Length);
        var request = new HotspotRequest(settings, GridPlaces.State, "murder", s_asOf);
        HotspotRequest[] all = [
            request, .. others.Select(other => request with { Settings = other }), .. scopes.Select(scope => request with { Scope = scope })];
        Assert.Equal(all.Length, all.Select(KeyOf).Distinct().Count());
        Assert.Equal(KeyOf(request), KeyOf(request with { }));
    }

    /// <summary>The same question of another method is another.</summary>
    [Fact]
    public void Key_EveryMethod_IsAKindOfItsOwn()
    {
        var keys = GridHotspots.Methods.All.Select(method => KeyOf(new HotspotRequest(method.Usual, GridPlaces.State, "murder", s_asOf))).ToList();
        Assert.Equal(keys.Count, keys.DistinctBy(key => key.Kind).Count());
    }

    /// <summary>The same question in other words has the same key: the only place of a person, the head of all, an end after the data.</summary>
    [Fact]
    public void Key_OtherWords_IsTheSame()
    {
        var settings = new GetisOrdSettings();
        var key = KeyOf(new(settings, GridPlaces.State, null, s_asOf));
        Assert.Equal(key, KeyOf(new(settings, null, GridPlaces.Data.Heads.Root.Code, s_asOf.AddMonths(3))));
        Assert.NotEqual(key, KeyOf(new(settings, null, "murder", s_asOf)));
        Assert.Null(HotspotKeys.Of(
            GridHotspots.Methods.Of(settings), new(settings, null, null), new Viewer(Guid.Empty, "asha", PersonRole.Officer, [2, 3]), GridPlaces.Data, Data));
    }

    private static CrimeInsight.Core.Reference.DataStatus Data => new(7, true, 1000, new(2021, 1, 1), s_asOf, null);

    private static ResultKey KeyOf(HotspotRequest request) =>
        HotspotKeys.Of(GridHotspots.Methods.Of(request.Settings), request, GridHotspots.Viewer, GridPlaces.Data, Data)!;

    private sealed record One(double Level, AnswerState State, string? Missing)
    {
        public ImmutableArray<string> Names { get; init; }

        public string Follows => Level + "!";
    }
}
