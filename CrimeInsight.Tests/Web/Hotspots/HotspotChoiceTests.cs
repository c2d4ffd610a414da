using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Hotspots;

namespace CrimeInsight.Tests.Web.Hotspots;

public sealed class HotspotChoiceTests
{
    [Fact]
    public void UrlFor_EveryMember_IsReadBack()
    {
        var choice = new HotspotChoice(HotspotMethod.Recent, new DateOnly(2024, 5, 1), 6, HotspotView.Both, "IN-TN-603");
        Assert.Equal("/hotspots?in=IN-TN&method=recent&end=2024-05&span=6&show=both&at=IN-TN-603", choice.UrlFor(new ScopeCodes("IN-TN")));
        Assert.Equal(choice, HotspotChoice.Parse("recent", "2024-05", "6", "both", "IN-TN-603"));
        Assert.Equal("/hotspots", new HotspotChoice().UrlFor(new ScopeCodes()));
    }

    [Fact]
    public void UrlFor_EveryDetail_IsReadBack()
    {
        var detail = new HotspotDetail(12, 1, 500, 20, 0, CaseBackground.EarlierYears);
        Assert.Equal("/hotspots?method=clusters&near=12&level=1&reach=500&least=20&width=0&with=earlieryears", new HotspotChoice(HotspotMethod.Clusters) { Detail = detail }.UrlFor(new ScopeCodes()));
        Assert.Equal(detail, HotspotDetail.Parse("12", "1", "500", "20", "0", "earlieryears"));
    }

    [Theory]
    [InlineData("7", "50", "-300", "1e3", "7", "nobody")]
    [InlineData(null, null, null, null, null, null)]
    public void ParseDetail_Nonsense_MeansTheDefault(string? near, string? level, string? reach, string? least, string? width, string? with) =>
        Assert.Equal(new HotspotDetail(), HotspotDetail.Parse(near, level, reach, least, width, with));

    [Theory]
    [InlineData("nonsense", "2024-13", "7", "sideways", "")]
    [InlineData(null, null, null, null, null)]
    public void Parse_Nonsense_MeansTheDefault(string? method, string? end, string? span, string? show, string? at) =>
        Assert.Equal(new HotspotChoice(), HotspotChoice.Parse(method, end, span, show, at));
}
