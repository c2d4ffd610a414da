using CrimeInsight.Web.Shared;

namespace CrimeInsight.Tests.Web.Layout;

public sealed class AppUrlsTests
{
    [Theory]
    [InlineData("/map?j=IN-TN", "/map?j=IN-TN")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x=1", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Local_AnyAddress_NeverLeavesTheSite(string? url, string expected) => Assert.Equal(expected, AppUrls.Local(url));

    [Fact]
    public void SignInThen_QueryInIt_SurvivesTheRoundTrip() =>
        Assert.Equal("/sign-in?returnUrl=%2Fmap%3Fj%3DIN-TN%26h%3Dtheft", AppUrls.SignInThen("/map?j=IN-TN&h=theft"));

    [Fact]
    public void PathOf_AbsoluteAddress_KeepsPathAndQuery() =>
        Assert.Equal("/map?j=IN", AppUrls.PathOf("http://host:5080/map?j=IN", "http://host:5080/"));
}
