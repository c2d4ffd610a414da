using System.Text.Json;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using FsCheck;
using FsCheck.Fluent;

namespace CrimeInsight.Tests.Core.Scopes;

/// <summary>The form of addresses, and the periods they name. Complete months end with December 2024, days with 14 January 2025.</summary>
public sealed class ScopeCodesTests
{
    private static readonly DateOnly s_asOf = new(2025, 1, 1);
    private static readonly DateOnly s_newest = new(2025, 1, 15);

    private static readonly string[] s_texts = ["IN-TN", "theft x", "a,b", "100%2C", "x&y=z", "அ +", "#?/", "", "2024-01", "2024-13", "2024-02-29"];

    private static Arbitrary<(ScopeCodes One, ScopeCodes Other)> Pairs()
    {
        var text = Gen.Elements(s_texts);
        var list = text.ArrayOf();
        var codes = list.SelectMany(places => list.SelectMany(heads => text.Three().Select(three =>
            new ScopeCodes([.. places], [.. heads], three.Item1, three.Item2, three.Item3))));
        return codes.Two().Select(two => (two.Item1, two.Item2)).ToArbitrary();
    }

    [Fact]
    public void Address_AnyCodes_RoundTrips() => Prop
        .ForAll(Pairs(), pair => ScopeCodes.Parse(pair.One.ToUrl("/map", ("view", "1,2"))["/map".Length..]).Equals(pair.One))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Address_EqualTexts_OnlyForEqualCodes() => Prop
        .ForAll(Pairs(), pair => (pair.One.ToQueryString() == pair.Other.ToQueryString()) == pair.One.Equals(pair.Other))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Json_AnyCodes_RoundTrips() => Prop
        .ForAll(Pairs(), pair => JsonSerializer.Deserialize<ScopeCodes>(JsonSerializer.Serialize(pair.One))!.Equals(pair.One))
        .QuickCheckThrowOnFailure();

    /// <summary>As they stand in bookmarks.</summary>
    [Theory]
    [InlineData("?in=IN-TN&head=theft&from=2024-01&until=2025-01", "IN-TN", "theft", "2024-01", "2025-01")]
    [InlineData("in=IN-TN&layer=density", "IN-TN", null, null, null)]
    [InlineData("?head=theft+x&in=", null, "theft x", null, null)]
    [InlineData("?layer=density", null, null, null, null)]
    [InlineData("?IN=IN-TN&from=2024-12-25&from=2024-12-26", "IN-TN", null, "2024-12-25", null)]
    public void Parse_OldAddresses_AreRead(string address, string? place, string? head, string? from, string? until) =>
        Assert.Equal(new ScopeCodes(place, head, from, until), ScopeCodes.Parse(address));

    [Fact]
    public void Parse_SeveralPlaces_KeepTheirOrder()
    {
        var codes = ScopeCodes.Parse("?in=B&in=A&in=B&basis=occurred");
        Assert.Equal(["B", "A"], codes.Places);
        Assert.Equal("occurred", codes.Basis);
        Assert.NotEqual(codes, ScopeCodes.Parse("?in=A&in=B&basis=occurred"));
        Assert.Equal("?in=B&in=A&basis=occurred", codes.ToQueryString());
    }

    [Fact]
    public void ToUrl_Members_AreEscapedAndOrdered()
    {
        Assert.Equal("?in=IN-TN&head=theft%20x", new ScopeCodes(head: "theft x", place: "IN-TN").ToQueryString());
        Assert.Equal("", new ScopeCodes().ToQueryString());
        Assert.Equal("/map?in=A&layer=state", new ScopeCodes("A").ToUrl("/map", ("layer", "state"), ("at", null), ("view", "")));
        Assert.Equal("/map?layer=state", new ScopeCodes().ToUrl("/map", ("layer", "state")));
    }

    [Fact]
    public void PeriodAt_Nothing_IsTheLastTwelveMonths() => Assert.Equal(Period.Year(2024), new ScopeCodes().PeriodAt(s_asOf, s_newest));

    [Fact]
    public void PeriodAt_Months_AreHalfOpen() =>
        Assert.Equal(new Period(new DateOnly(2023, 4, 1), new DateOnly(2024, 4, 1)), new ScopeCodes(from: "2023-04", until: "2024-04").PeriodAt(s_asOf));

    [Fact]
    public void Over_Days_AreTheDays()
    {
        var week = new Period(new DateOnly(2024, 12, 25), new DateOnly(2025, 1, 1));
        var codes = new ScopeCodes("IN-TN").Over(week);
        Assert.Equal("?in=IN-TN&from=2024-12-25&until=2025-01-01", codes.ToQueryString());
        Assert.Equal(week, codes.PeriodAt(s_asOf));
        Assert.False(codes.IsPeriodNonsense(s_asOf));
        Assert.False(codes.IsSinceDay);
        Assert.Equal("?from=2024-01&until=2025-01", new ScopeCodes().Over(Period.Year(2024)).ToQueryString());
        Assert.False(codes.WithoutPeriod().HasPeriod);
    }

    /// <summary>After a month the end of the complete months, after a day the newest day.</summary>
    [Fact]
    public void PeriodAt_OpenEnd_GoesAsFarAsItsUnitIsKnown()
    {
        Assert.Equal(new Period(new DateOnly(2024, 10, 1), s_asOf), new ScopeCodes(from: "2024-10").PeriodAt(s_asOf, s_newest));
        var since = new ScopeCodes("A").Since(new DateOnly(2025, 1, 10));
        Assert.True(since.IsSinceDay);
        Assert.Equal("?in=A&from=2025-01-10", since.ToQueryString());
        Assert.Equal(new Period(new DateOnly(2025, 1, 10), s_newest), since.PeriodAt(s_asOf, s_newest));
        Assert.False(since.IsPeriodNonsense(s_asOf, s_newest));
        Assert.True(since.IsPeriodNonsense(s_asOf));
        Assert.Equal(new Period(new DateOnly(2024, 12, 10), s_asOf), new ScopeCodes(from: "2024-12-10").PeriodAt(s_asOf, s_asOf));
    }

    [Theory]
    [InlineData("2024-05", "2024-05")]
    [InlineData("2024-05-02", "2024-05-01")]
    [InlineData("2024-13", null)]
    [InlineData("2023-02-29", null)]
    [InlineData("x", "y")]
    [InlineData("2025-01-15", null)]
    [InlineData(null, "0001-01")]
    [InlineData("0001-01", "0002-01")]
    [InlineData("9999-12-31", null)]
    [InlineData("2024-1", "2024-1-5")]
    public void Period_Nonsense_IsKnownAndFallsBackToTheDefault(string? from, string? until)
    {
        var codes = new ScopeCodes(from: from, until: until);
        Assert.True(codes.IsPeriodNonsense(s_asOf, s_newest));
        Assert.Equal(Period.Year(2024), codes.PeriodAt(s_asOf, s_newest));
        Assert.False(new ScopeCodes(from: "2024-05", until: "2024-06").IsPeriodNonsense(s_asOf, s_newest));
    }
}
