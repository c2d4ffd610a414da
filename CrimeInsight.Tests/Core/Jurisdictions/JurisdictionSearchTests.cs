using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Tests.Core.Jurisdictions;

public sealed class JurisdictionSearchTests
{
    private static readonly JurisdictionTree s_tree = new(
    [
        Place(0, null, JurisdictionLevel.Country, "IN", 0, 1000, "India", "भारत"),
        Place(1, 0, JurisdictionLevel.State, "IN-TN", 100, 200, "Tamil Nadu", "तमिलनाडु"),
        Place(2, 1, JurisdictionLevel.District, "IN-TN-603", 110, 120, "Chennai", "चेन्नई"),
        Place(3, 2, JurisdictionLevel.Station, "IN-TN-603-001", 111, 112, "Chennai Civil Lines", "चेन्नई सिविल लाइंस"),
        Place(4, 0, JurisdictionLevel.State, "IN-UP", 200, 300, "Uttar Pradesh", "उत्तर प्रदेश"),
    ]);

    [Theory]
    [InlineData("chennai", "IN-TN-603", "IN-TN-603-001")]
    [InlineData("CIVIL", "IN-TN-603-001")]
    [InlineData("चेन्", "IN-TN-603", "IN-TN-603-001")]
    [InlineData("nadu", "IN-TN")]
    [InlineData("zzz")]
    public void Find_Typed_BestMatchesFirst(string typed, params string[] codes) =>
        Assert.Equal(codes, new JurisdictionSearch(s_tree).Find([s_tree.Root!], typed, "en", 10).Select(place => place.Code));

    [Fact]
    public void Find_OutsideTheRoots_FindsNothing() =>
        Assert.Empty(new JurisdictionSearch(s_tree).Find([s_tree.Find("IN-UP")!], "chennai", "en", 10));

    [Fact]
    public void Find_Blank_GivesRootsAndChildren() =>
        Assert.Equal(["IN-TN", "IN-TN-603"], new JurisdictionSearch(s_tree).Find([s_tree.Find("IN-TN")!], " ", "en", 10).Select(place => place.Code));

    private static Jurisdiction Place(int id, int? parent, JurisdictionLevel level, string code, int from, int until, string en, string hi) =>
        new(id, parent, level, code, from, until, null, new Dictionary<string, string> { ["en"] = en, ["hi"] = hi }, null, null);
}
