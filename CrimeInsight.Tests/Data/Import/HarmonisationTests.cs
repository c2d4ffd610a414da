using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

public sealed class HarmonisationTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private JurisdictionIndex Places => new(database.Load.Reference.Jurisdictions);

    private HeadIndex Heads => new(database.Load.Reference.Heads, new StatuteIndex([new("burglary", "BNS", "331", null, null)], database.Load.Reference.Heads));

    private HeadVerdict Head(string text) => Heads.Find(text, "", "", new DateOnly(2024, 8, 1));

    [Theory]
    [InlineData("", "Tamil Nadu", "Chennai", "IN-TN-568")]
    [InlineData("", "TAMILNADU", "chennai district", "IN-TN-568")]
    [InlineData("", "தமிழ்நாடு", "சென்னை", "IN-TN-568")]
    [InlineData("", "तमिलनाडु", "चेन्नई", "IN-TN-568")]
    [InlineData("", "Tamil Nadu", "Madras", "IN-TN-568")]
    [InlineData("", "", "Bangalore", "IN-KA-525")]
    [InlineData("", "Orissa", "", "IN-OD")]
    [InlineData("", "Uttaranchal", "", "IN-UK")]
    [InlineData("", "Jammu & Kashmir", "", "IN-JK")]
    [InlineData("", "Haryana", "Gurgaon", "IN-HR-062")]
    [InlineData("", "Uttar Pradesh", "Allahabad", "IN-UP-120")]
    [InlineData("", "Maharashtra", "Aurangabad", "IN-MH-469")]
    [InlineData("in-tn-568", "", "", "IN-TN-568")]
    [InlineData("IN-TN-568", "Tamil Nadu", "Chennai", "IN-TN-568")]
    [InlineData("", "मुम्बई", "", null)]
    [InlineData("", "", "मुम्बई", "IN-MH-482")]
    public void Find_NamesAndCodes_GiveThePlace(string code, string state, string district, string? expected) =>
        Assert.Equal(expected, Places.Find(code, state, district, "")!.Value?.Code);

    [Fact]
    public void Find_EveryNameOfEveryDistrictWithItsState_IsThatDistrict()
    {
        var tree = database.Load.Reference.Jurisdictions;
        var places = Places;
        foreach (var district in tree.All.Where(place => place.Level == JurisdictionLevel.District))
        {
            var state = tree.AncestorAt(district, JurisdictionLevel.State)!;
            foreach (var language in new[] { "en", "hi", "ta" })
                Assert.Equal(district, places.Find("", state.NameIn(language), district.NameIn(language), "")!.Value);
        }
    }

    [Fact]
    public void Find_SlipOfThePen_IsCorrectedAndReported()
    {
        var found = Places.Find("", "Tamil Nadu", "Coimbatoor", "")!;
        Assert.Equal(("Coimbatore", "Coimbatoor"), (found.Value!.NameIn("en"), found.CorrectedFrom));
    }

    [Fact]
    public void Find_NearMiss_SuggestsWithoutGuessing()
    {
        var found = Places.Find("", "Tamil Nadu", "Tiruchi", "")!;
        Assert.Null(found.Value);
        Assert.Equal(RejectReason.JurisdictionUnknown, found.Reason);
        Assert.Contains("Tiruchirappalli", found.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NameOfTwoStates_NamesBoth()
    {
        var found = Places.Find("", "", "Aurangabad", "")!;
        Assert.Equal(RejectReason.JurisdictionAmbiguous, found.Reason);
        Assert.Contains("IN-BR-", found.Suggestion, StringComparison.Ordinal);
        Assert.Contains("IN-MH-469", found.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_StationKnownOrNot_IsTheStationOrItsDistrict()
    {
        var tree = new JurisdictionTree(database.Load.Reference.Jurisdictions.All.Select(place => place.Level != JurisdictionLevel.Station ? place : place with
        {
            Names = new Dictionary<string, string> { ["en"] = place.Code.EndsWith("-1", StringComparison.Ordinal) ? "Adyar" : "Guindy", ["ta"] = "அடையாறு" },
        }));
        var places = new JurisdictionIndex(tree);
        var station = tree.All.First(place => place.Level == JurisdictionLevel.Station && place.Code.StartsWith("IN-TN-", StringComparison.Ordinal));
        var district = tree.AncestorAt(station, JurisdictionLevel.District)!;
        Assert.Equal(station, places.Find("", "", district.NameIn("en"), "Adyar P.S.")!.Value);
        Assert.Equal((station, "Adiyar"), (places.Find(district.Code, "", "", "Adiyar")!.Value, places.Find(district.Code, "", "", "Adiyar")!.CorrectedFrom));
        Assert.Equal(station, places.Find(station.Code, "", "", "")!.Value);
        Assert.Equal(RejectReason.JurisdictionAmbiguous, places.Find("", "", "", "Adyar")!.Reason);
        foreach (var unknown in new[] { places.Find("", "", district.NameIn("en"), "Nowhere at all")!, places.Find(district.Code + "-989", "", "", "")! })
            Assert.Equal((district, true), (unknown.Value, unknown.IsCoarser));
        Assert.Null(places.Find("", "", "", "Nowhere at all")!.Value);
    }

    [Theory]
    [InlineData("burglary", "burglary")]
    [InlineData("Burglary", "burglary")]
    [InlineData("HOUSE BREAKING", "burglary")]
    [InlineData("Burglery", "burglary")]
    [InlineData("BNS 331(4)", "burglary")]
    [InlineData("Cruelty by husband or his relatives", "cruelty-by-husband")]
    [InlineData("Cruelty", null)]
    [InlineData("Domestic Violence", "cruelty-by-husband")]
    [InlineData("हत्या", "murder")]
    [InlineData("கொலை", "murder")]
    [InlineData("Motor Vehicle Theft", "auto-theft")]
    public void Find_HeadNames_GiveTheHead(string text, string? expected) => Assert.Equal(expected, Head(text).Head?.Code);

    [Fact]
    public void Find_EveryNameOfEveryLeaf_IsALeaf()
    {
        var (tree, heads) = (database.Load.Reference.Heads, Heads);
        foreach (var head in tree.LeavesOf(0))
            foreach (var name in head.Names.Values.Append(head.Code))
                Assert.Equal(head, heads.Find(name, "", "", new DateOnly(2024, 8, 1)).Head);
    }

    [Fact]
    public void Find_CoarseHead_SuggestsItsLeaves() => Assert.Equal("auto-theft / other-theft", Head("theft").Suggestion);

    [Fact]
    public void Aliases_Each_NamesAPlaceOrHeadThatExists() => Assert.All(ImportAliases.All, alias => Assert.True(
        alias.Kind is ImportAliases.Head or ImportAliases.Word ? database.Load.Reference.Heads.Find(alias.Code) is not null
            : database.Load.Reference.Jurisdictions.Find(alias.Code) is not null,
        alias.ToString()));
}
