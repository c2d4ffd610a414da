using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Core.Hotspots.RelativeRiskDensity;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;
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
        var year = Period.LastMonths(s_asOf, 12);
        var scope = new ScopeCodes(GridPlaces.State, "murder").Over(year);
        ScopeCodes[] scopes =
        [
            scope.Of(null), scope.Over(new Period(year.From, year.Until.AddMonths(-1))), scope.Over(Period.LastMonths(s_asOf, 6)), scope.In("G"),
        ];
        // All but the basis: hotspots go by the date of the offence whatever is asked.
        var members = typeof(ScopeCodes).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member.GetCustomAttribute<JsonIgnoreAttribute>() is null);
        Assert.Equal(members.Count() - 1, scopes.Length);
        Assert.Equal(typeof(RelativeRiskDensitySettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Length, others.Length);
        var request = new HotspotRequest(settings, scope);
        HotspotRequest[] all =
            [request, .. others.Select(other => request with { Settings = other }), .. scopes.Select(one => request with { Scope = one })];
        Assert.Equal(all.Length, all.Select(KeyOf).Distinct().Count());
        Assert.Equal(KeyOf(request), KeyOf(request with { }));
        Assert.Equal(KeyOf(request), KeyOf(request with { Scope = scope with { Basis = "registered" } }));
    }

    /// <summary>The same question of another method is another.</summary>
    [Fact]
    public void Key_EveryMethod_IsAKindOfItsOwn()
    {
        var keys = GridHotspots.Methods.All.Select(method => KeyOf(new HotspotRequest(method.Usual, GridPlaces.State, "murder", Period.LastMonths(s_asOf, 12))))
            .ToList();
        Assert.Equal(keys.Count, keys.DistinctBy(key => key.Kind).Count());
    }

    /// <summary>The same question in other words has the same key: the only place of a person, the head of all, an end after the data.</summary>
    [Fact]
    public void Key_OtherWords_IsTheSame()
    {
        var settings = new GetisOrdSettings();
        var key = KeyOf(new(settings, GridPlaces.State, null, Period.LastMonths(s_asOf, 12)));
        Assert.Equal(key, KeyOf(new(settings, null, GridPlaces.Data.Heads.Root.Code, Period.LastMonths(s_asOf.AddMonths(3), 12))));
        Assert.NotEqual(key, KeyOf(new(settings, null, "murder", Period.LastMonths(s_asOf, 12))));
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
