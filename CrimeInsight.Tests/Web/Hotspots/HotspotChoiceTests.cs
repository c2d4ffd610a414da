using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Hotspots;

namespace CrimeInsight.Tests.Web.Hotspots;

public sealed class HotspotChoiceTests
{
    [Fact]
    public void UrlFor_EveryMember_IsReadBack()
    {
        var choice = new HotspotChoice("recent", new DateOnly(2024, 5, 1), 6, HotspotView.Both, "IN-TN-603");
        Assert.Equal("/hotspots?in=IN-TN&method=recent&end=2024-05&span=6&show=both&at=IN-TN-603", choice.UrlFor(new ScopeCodes("IN-TN")));
        Assert.Equal(choice, Parse("?method=Recent&end=2024-05&span=6&show=both&at=IN-TN-603"));
        Assert.Equal("/hotspots", new HotspotChoice().UrlFor(new ScopeCodes()));
    }

    [Fact]
    public void UrlFor_EveryDetail_IsReadBack()
    {
        var detail = new HotspotDetail().With(SettingChoices.Background, "earlieryears").With(SettingChoices.Bandwidth, "0")
            .With(SettingChoices.LeastCases, "20").With(SettingChoices.Reach, "500")
            .With(SettingChoices.Level, "1").With(SettingChoices.Neighbours, "12");
        Assert.Equal("/hotspots?method=clusters&near=12&level=1&reach=500&least=20&width=0&with=earlieryears",
            new HotspotChoice("clusters") { Detail = detail }.UrlFor(new ScopeCodes()));
        Assert.Equal(detail, Parse("?near=12&level=1&reach=500&least=20&width=0&with=earlieryears").Detail);
    }

    [Theory]
    [InlineData("?near=7&level=50&reach=-300&least=1e3&width=7&with=nobody")]
    [InlineData("")]
    public void ParseDetail_Nonsense_MeansTheDefault(string address) => Assert.Equal(new HotspotDetail(), Parse(address).Detail);

    [Theory]
    [InlineData("?method=nonsense&end=2024-13&span=7&show=sideways&at=")]
    [InlineData("?method=near-repeats")]
    [InlineData("")]
    public void Parse_Nonsense_MeansTheDefault(string address) => Assert.Equal(new HotspotChoice(), Parse(address));

    private static HotspotChoice Parse(string address) => HotspotChoice.Parse(address, Presenters.All);
}
